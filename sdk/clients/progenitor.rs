use std::error::Error as AnyError;

use client::types::{EventStatus, HitType, Period, Problem, QuoteKind};
use client::{ByteStream, Client, Error};
use futures_util::TryStreamExt;
use serde_json::json;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn AnyError>> {
    let api = Client::new(&std::env::var("ADDRESS")?);

    let quotes = api
        .list_quotes()
        .kind(vec![QuoteKind::Direct, QuoteKind::Indirect])
        .speaker(vec!["china".parse()?, "xi-jinping".parse()?])
        .send()
        .await?
        .into_inner();

    let mut walked = Vec::new();
    let mut request = api.list_events().limit(20);
    loop {
        let page = request.send().await?.into_inner();
        walked.extend(page.data.into_iter().map(|it| it.id));
        let Some(next) = page.page.next else { break };
        request = api.list_events().limit(20).cursor(next);
    }

    let event = api
        .get_event()
        .event("putin-harbin-visit-2024")
        .send()
        .await?
        .into_inner();
    // What may be null is an option.
    let date: &Option<Period> = &event.date;
    let statistic = api
        .get_statistic()
        .statistic("share-of-china-russia-settlements-suspended-march-2024")
        .send()
        .await?
        .into_inner();
    let earliest = statistic.period.as_ref().and_then(|it| it.earliest.clone());

    let problem: Problem = match api.get_quote().quote("no-such-quote").send().await {
        // It is bytes, as the answers of an error are to it that aren't `application/json`.
        Err(Error::ErrorResponse(answer)) if answer.status() == 404 => {
            serde_json::from_str(&text_of(answer.into_inner()).await?)?
        }
        other => panic!("{other:?} is no 404"),
    };

    let hits = api
        .search_facts()
        .q("harbin")
        .type_(vec![HitType::Event, HitType::Place])
        .limit(5)
        .send()
        .await?
        .into_inner();

    let direct = vec![QuoteKind::Direct];
    let csv = api.export_quotes_csv().kind(direct.clone()).send().await?;
    let ndjson = api.export_quotes_ndjson().kind(direct).send().await?;

    println!("{}", json!({
        "quotes": quotes.data,
        "walked": walked,
        "isExpected": event.status == EventStatus::Expected,
        "hasDate": date.is_some(),
        "event": event,
        "statistic": statistic,
        "earliest": earliest,
        "problem": {
            "type": problem.type_,
            "title": problem.title,
            "status": problem.status,
            "detail": problem.detail,
            "errors": problem.errors,
        },
        "hits": hits.data,
        "csv": text_of(csv.into_inner()).await?,
        "ndjson": text_of(ndjson.into_inner()).await?,
    }));
    Ok(())
}

async fn text_of(stream: ByteStream) -> Result<String, Box<dyn AnyError>> {
    let pieces: Vec<_> = stream.into_inner().try_collect().await?;
    Ok(String::from_utf8(pieces.concat())?)
}
