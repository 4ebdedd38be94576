package main

import (
	"context"
	"encoding/json"
	"os"

	"example/client"
)

func main() {
	ctx := context.Background()
	api, err := client.NewClientWithResponses(os.Getenv("ADDRESS"))
	check(err)

	quotes, err := api.ListQuotesWithResponse(ctx, &client.ListQuotesParams{
		Kind:    &[]client.QuoteKind{client.QuoteKindDirect, client.QuoteKindIndirect},
		Speaker: &[]string{"china", "xi-jinping"},
	})
	check(err)

	walked := []string{}
	params := &client.ListEventsParams{Limit: new(int32(20))}
	for {
		page, err := api.ListEventsWithResponse(ctx, params)
		check(err)
		for _, event := range page.JSON200.Data {
			walked = append(walked, event.Id)
		}
		params.Cursor = page.JSON200.Page.Next
		if params.Cursor == nil {
			break
		}
	}

	event, err := api.GetEventWithResponse(ctx, "putin-harbin-visit-2024")
	check(err)
	statistic, err := api.GetStatisticWithResponse(ctx, "share-of-china-russia-settlements-suspended-march-2024")
	check(err)
	missing, err := api.GetQuoteWithResponse(ctx, "no-such-quote")
	check(err)
	problem := missing.ApplicationproblemJSON404
	hits, err := api.SearchFactsWithResponse(ctx, &client.SearchFactsParams{
		Q:     "harbin",
		Type:  &[]client.HitType{client.HitTypeEvent, client.HitTypePlace},
		Limit: new(int32(5)),
	})
	check(err)
	csv, err := api.ExportQuotesCsvWithResponse(ctx, &client.ExportQuotesCsvParams{
		Kind: &[]client.QuoteKind{client.QuoteKindDirect},
	})
	check(err)
	ndjson, err := api.ExportQuotesNdjsonWithResponse(ctx, &client.ExportQuotesNdjsonParams{
		Kind: &[]client.QuoteKind{client.QuoteKindDirect},
	})
	check(err)

	// What may be null is a pointer.
	var date *client.Period = event.JSON200.Date
	check(json.NewEncoder(os.Stdout).Encode(map[string]any{
		"quotes":     quotes.JSON200.Data,
		"walked":     walked,
		"event":      event.JSON200,
		"isExpected": event.JSON200.Status == client.EventStatusExpected,
		"hasDate":    date != nil,
		"statistic":  statistic.JSON200,
		"earliest":   *statistic.JSON200.Period.Earliest,
		"problem": map[string]any{
			"type": problem.Type, "title": problem.Title, "status": problem.Status,
			"detail": problem.Detail, "errors": problem.Errors,
		},
		"hits":   hits.JSON200.Data,
		"csv":    string(csv.Body),
		"ndjson": string(ndjson.Body),
	}))
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
