package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"example/client"
)

// Only writing needs a key.
type noKey struct{}

func (noKey) Bearer(context.Context, client.OperationName) (client.Bearer, error) {
	return client.Bearer{}, nil
}

func main() {
	ctx := context.Background()
	api, err := client.NewClient(os.Getenv("ADDRESS"), noKey{})
	check(err)

	quotes := success[*client.QuotePageHeaders](api.ListQuotes(ctx, client.ListQuotesParams{
		Kind:    []client.QuoteKind{client.QuoteKindDirect, client.QuoteKindIndirect},
		Speaker: []client.ID{"china", "xi-jinping"},
	}))

	walked := []client.ID{}
	params := client.ListEventsParams{Limit: client.NewOptInt32(20)}
	for {
		page := success[*client.EventPageHeaders](api.ListEvents(ctx, params)).Response
		for _, event := range page.Data {
			walked = append(walked, event.ID)
		}
		next, more := page.Page.Next.Get()
		if !more {
			break
		}
		params.Cursor = client.NewOptString(next)
	}

	event := success[*client.EventHeaders](api.GetEvent(ctx, client.GetEventParams{
		Event: "putin-harbin-visit-2024",
	})).Response
	statistic := success[*client.StatisticHeaders](api.GetStatistic(ctx, client.GetStatisticParams{
		Statistic: "share-of-china-russia-settlements-suspended-march-2024",
	})).Response
	missing := success[*client.GetQuoteNotFound](api.GetQuote(ctx, client.GetQuoteParams{
		Quote: "no-such-quote",
	}))
	problem := client.Problem(*missing)
	hits := success[*client.SearchPageHeaders](api.SearchFacts(ctx, client.SearchFactsParams{
		Q:     "harbin",
		Type:  []client.HitType{client.HitTypeEvent, client.HitTypePlace},
		Limit: client.NewOptInt32(5),
	}))
	direct := []client.QuoteKind{client.QuoteKindDirect}
	csv := success[*client.CSVFileHeaders](
		api.ExportQuotesCsv(ctx, client.ExportQuotesCsvParams{Kind: direct}),
	)
	ndjson := success[*client.NDJSONFileHeaders](
		api.ExportQuotesNdjson(ctx, client.ExportQuotesNdjsonParams{Kind: direct}),
	)

	// What may be null has to be asked for it.
	var date client.NilPeriod = event.Date
	check(json.NewEncoder(os.Stdout).Encode(map[string]any{
		"quotes":     quotes.Response.Data,
		"walked":     walked,
		"event":      &event,
		"isExpected": event.Status == client.EventStatusExpected,
		"hasDate":    !date.IsNull(),
		"statistic":  &statistic,
		"earliest":   statistic.Period.Value.Earliest.Value,
		"problem": map[string]any{
			"type": problem.Type, "title": problem.Title, "status": problem.Status,
			"detail": problem.Detail, "errors": problem.Errors,
		},
		"hits":   hits.Response.Data,
		"csv":    textOf(csv.Response),
		"ndjson": textOf(ndjson.Response),
	}))
}

// The answer, which is one of several types.
func success[Expected any](answer any, err error) Expected {
	check(err)
	expected, ok := answer.(Expected)
	if !ok {
		panic(fmt.Sprintf("it is a %T", answer))
	}
	return expected
}

func textOf(file io.Reader) string {
	text, err := io.ReadAll(file)
	check(err)
	return string(text)
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
