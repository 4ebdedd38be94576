package org.articlefacts;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.articlefacts.api.EventsApi;
import org.articlefacts.api.QuotesApi;
import org.articlefacts.api.SearchApi;
import org.articlefacts.api.StatisticsApi;
import org.articlefacts.model.Event;
import org.articlefacts.model.EventPage;
import org.articlefacts.model.EventStatus;
import org.articlefacts.model.HitType;
import org.articlefacts.model.Problem;
import org.articlefacts.model.QuoteKind;
import org.articlefacts.model.Statistic;

public class OpenApiGenerator {
  public static void main(String[] args) throws Exception {
    ApiClient client = new ApiClient();
    client.updateBaseUri(System.getenv("ADDRESS"));
    ObjectMapper json = client.getObjectMapper();
    Map<String, Object> answers = new LinkedHashMap<>();

    QuotesApi quotes = new QuotesApi(client);
    answers.put(
        "quotes",
        quotes
            .listQuotes(
                QuotesApi.APIListQuotesRequest.newBuilder()
                    .kind(List.of(QuoteKind.DIRECT, QuoteKind.INDIRECT))
                    .speaker(List.of("china", "xi-jinping"))
                    .build())
            .getData());

    EventsApi events = new EventsApi(client);
    List<String> walked = new ArrayList<>();
    String cursor = null;
    do {
      EventPage page =
          events.listEvents(
              EventsApi.APIListEventsRequest.newBuilder().limit(20).cursor(cursor).build());
      page.getData().forEach(event -> walked.add(event.getId()));
      cursor = page.getPage().getNext();
    } while (cursor != null);
    answers.put("walked", walked);

    Event event = events.getEvent("putin-harbin-visit-2024");
    answers.put("event", event);
    answers.put("isExpected", event.getStatus() == EventStatus.EXPECTED);
    answers.put("hasDate", event.getDate() != null);

    Statistic statistic =
        new StatisticsApi(client)
            .getStatistic("share-of-china-russia-settlements-suspended-march-2024");
    String earliest = statistic.getPeriod().getEarliest();
    answers.put("statistic", statistic);
    answers.put("earliest", earliest);

    try {
      quotes.getQuote("no-such-quote");
    } catch (ApiException error) {
      Problem problem = json.readValue(error.getResponseBody(), Problem.class);
      Map<String, Object> shown = new LinkedHashMap<>();
      shown.put("type", problem.getType());
      shown.put("title", problem.getTitle());
      shown.put("status", problem.getStatus());
      shown.put("detail", problem.getDetail());
      shown.put("errors", problem.getErrors());
      answers.put("problem", shown);
    }

    answers.put(
        "hits",
        new SearchApi(client)
            .searchFacts(
                SearchApi.APISearchFactsRequest.newBuilder()
                    .q("harbin")
                    .type(List.of(HitType.EVENT, HitType.PLACE))
                    .limit(5)
                    .build())
            .getData());
    for (String form : List.of("csv", "ndjson")) answers.put(form, export(client, form));
    System.out.println(json.writeValueAsString(answers));
  }

  /** Its own methods read every answer as JSON. */
  private static String export(ApiClient client, String form) throws Exception {
    URI uri = URI.create(client.getBaseUri() + "/v1/exports/quotes." + form + "?kind=direct");
    HttpRequest request = HttpRequest.newBuilder(uri).build();
    return client.getHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
