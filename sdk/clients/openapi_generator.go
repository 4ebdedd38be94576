package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"

	"example/client"
)

func main() {
	ctx := context.Background()
	configuration := client.NewConfiguration()
	configuration.Servers = client.ServerConfigurations{{URL: os.Getenv("ADDRESS")}}
	api := client.NewAPIClient(configuration)

	quotes, _, err := api.QuotesAPI.ListQuotes(ctx).
		Kind([]client.QuoteKind{client.QUOTEKIND_DIRECT, client.QUOTEKIND_INDIRECT}).
		Speaker([]string{"china", "xi-jinping"}).
		Execute()
	check(err)

	walked := []string{}
	asked := api.EventsAPI.ListEvents(ctx).Limit(20)
	for {
		page, _, err := asked.Execute()
		check(err)
		for _, event := range page.Data {
			walked = append(walked, event.Id)
		}
		next := page.Page.Next.Get()
		if next == nil {
			break
		}
		asked = asked.Cursor(*next)
	}

	event, _, err := api.EventsAPI.GetEvent(ctx, "putin-harbin-visit-2024").Execute()
	check(err)
	statistic, _, err := api.StatisticsAPI.
		GetStatistic(ctx, "share-of-china-russia-settlements-suspended-march-2024").
		Execute()
	check(err)
	_, _, err = api.QuotesAPI.GetQuote(ctx, "no-such-quote").Execute()
	var failed *client.GenericOpenAPIError
	if !errors.As(err, &failed) {
		panic(err)
	}
	problem, ok := failed.Model().(client.Problem)
	if !ok {
		panic("not a problem")
	}
	hits, _, err := api.SearchAPI.SearchFacts(ctx).
		Q("harbin").
		Type_([]client.HitType{client.HITTYPE_EVENT, client.HITTYPE_PLACE}).
		Limit(5).
		Execute()
	check(err)
	direct := []client.QuoteKind{client.QUOTEKIND_DIRECT}
	csv, _, err := api.ExportsAPI.ExportQuotesCsv(ctx).Kind(direct).Execute()
	check(err)
	ndjson, _, err := api.ExportsAPI.ExportQuotesNdjson(ctx).Kind(direct).Execute()
	check(err)

	check(json.NewEncoder(os.Stdout).Encode(map[string]any{
		"quotes":     quotes.Data,
		"walked":     walked,
		"event":      event,
		"isExpected": event.Status == client.EVENTSTATUS_EXPECTED,
		"hasDate":    event.Date.Get() != nil,
		"statistic":  statistic,
		"earliest":   statistic.Period.Get().Earliest.Get(),
		"problem": map[string]any{
			"type": problem.Type, "title": problem.Title, "status": problem.Status,
			"detail": problem.Detail, "errors": problem.Errors,
		},
		"hits":   hits.Data,
		"csv":    textOf(csv),
		"ndjson": textOf(ndjson),
	}))
}

func textOf(file *os.File) string {
	text, err := io.ReadAll(file)
	check(err)
	return string(text)
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
