use std::error::Error as AnyError;
use std::io::Read;

use client::apis::Error;
use client::apis::configuration::Configuration;
use client::apis::events_api::{get_event, list_events};
use client::apis::exports_api::{export_quotes_csv, export_quotes_ndjson};
use client::apis::quotes_api::{GetQuoteError, get_quote, list_quotes};
use client::apis::search_api::search_facts;
use client::apis::statistics_api::get_statistic;
use client::models::{EventStatus, HitType, Period, QuoteKind};
use serde_json::json;

/// All parameters have their places, those that aren't given too.
#[rustfmt::skip]
fn main() -> Result<(), Box<dyn AnyError>> {
    let api = Configuration { base_path: std::env::var("ADDRESS")?, ..Configuration::new() };

    let quotes = list_quotes(
        &api, None, None, Some(vec![QuoteKind::Direct, QuoteKind::Indirect]), None,
        Some(vec!["china".into(), "xi-jinping".into()]), None, None, None, None, None, None, None,
        None, None, None, None, None, None, None,
    )?;

    let mut walked = Vec::new();
    let mut cursor: Option<String> = None;
    loop {
        let page = list_events(
            &api, None, None, None, None, None, None, None, None, None, None, None, None, None,
            None, Some(20), None, cursor.as_deref(), None,
        )?;
        walked.extend(page.data.into_iter().map(|it| it.id));
        cursor = page.page.next;
        if cursor.is_none() {
            break;
        }
    }

    let event = get_event(&api, "putin-harbin-visit-2024")?;
    // What may be null is an option.
    let date: &Option<Box<Period>> = &event.date;
    let statistic =
        get_statistic(&api, "share-of-china-russia-settlements-suspended-march-2024")?;
    let earliest = statistic.period.as_ref().and_then(|it| it.earliest.clone());

    let problem = match get_quote(&api, "no-such-quote") {
        // It takes the first status whose type fits: all are problems.
        Err(Error::ResponseError(answer)) if answer.status == 404 => match answer.entity {
            Some(GetQuoteError::Status400(problem)) => problem,
            other => panic!("{other:?} is no problem"),
        },
        other => panic!("{other:?} is no 404"),
    };

    let hits = search_facts(
        &api, "harbin", Some(vec![HitType::Event, HitType::Place]), None, None, Some(5), None,
        None, None,
    )?;

    let direct = Some(vec![QuoteKind::Direct]);
    let mut csv = String::new();
    export_quotes_csv(
        &api, None, None, direct.clone(), None, None, None, None, None, None, None, None, None,
        None, None, None, None,
    )?.read_to_string(&mut csv)?;
    let mut ndjson = String::new();
    export_quotes_ndjson(
        &api, None, None, direct, None, None, None, None, None, None, None, None, None, None, None,
        None,
    )?.read_to_string(&mut ndjson)?;

    println!("{}", json!({
        "quotes": quotes.data,
        "walked": walked,
        "isExpected": event.status == EventStatus::Expected,
        "hasDate": date.is_some(),
        "event": event,
        "statistic": statistic,
        "earliest": earliest,
        "problem": {
            "type": problem.r#type,
            "title": problem.title,
            "status": problem.status,
            "detail": problem.detail,
            "errors": problem.errors,
        },
        "hits": hits.data,
        "csv": csv,
        "ndjson": ndjson,
    }));
    Ok(())
}
