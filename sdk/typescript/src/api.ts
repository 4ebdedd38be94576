// Made from openapi/openapi.json by npm run openapi.

export interface paths {
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search facts
         * @description Every fact and article that has the words looked for, in its names, title, text, description, phrases that mention it, or the names of its speakers, participants, place, subject or source, in any language: best first, words as typed before their other forms. At most 2,000 are ranked; `ranking` says whether there are more.
         */
        get: operations["searchFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List articles
         * @description The articles that facts were taken from. The text itself is not stored: it is known by its fingerprint.
         */
        get: operations["listArticles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{article}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an article
         * @description One of the articles, as the list has it.
         */
        get: operations["getArticle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List quotes
         * @description Who said what: verbatim (`direct`), in our words (`indirect`), or in our words with words between quotation marks (`mixed`).
         */
        get: operations["listQuotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quotes/{quote}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a quote
         * @description One of the quotes, as the list has it.
         */
        get: operations["getQuote"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/actors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List actors
         * @description Who acts, speaks or is acted upon: people, states, governments, organizations, media and groups. Shared by all articles.
         */
        get: operations["listActors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/actors/{actor}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an actor
         * @description One of the actors, as the list has it.
         */
        get: operations["getActor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List places
         * @description Where it happened, or what it is about. Shared by all articles.
         */
        get: operations["listPlaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/places/{place}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a place
         * @description One of the places, as the list has it.
         */
        get: operations["getPlace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events
         * @description What happened, happens or is expected to, with who took part in it as what, where and when.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/{event}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an event
         * @description One of the events, as the list has it.
         */
        get: operations["getEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List statistics
         * @description How much, how many, how long: each figure with its unit, what it is about and to whom the article attributes it.
         */
        get: operations["listStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics/{statistic}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a statistic
         * @description One of the statistics, as the list has it.
         */
        get: operations["getStatistic"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mentions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List mentions
         * @description Every stretch of text that states a fact, with the fact: the index of an article.
         */
        get: operations["listMentions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/actors/{actor}/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List connections of an actor
         * @description The actors it meets, as participants of one event or speakers of one quote, the most frequent first.
         */
        get: operations["listConnections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a timeline
         * @description How many events, quotes or statistics may lie in each day, month or year, under the filters of their list. What may lie in several intervals counts in each, as the total of the list from its first day to its last does. What is open (`1950/..`) counts as far as other days, or `from` and `to`, reach. Intervals without facts are left out.
         */
        get: operations["listTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{article}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify a text
         * @description Compares a text with an article’s fingerprint, and finds its mentions, in whatever typography. The body has at most 1 MiB: as JSON a line break takes two bytes, and a letter that is escaped six. It needs no key; nothing is stored.
         */
        post: operations["verifyText"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{article}/bundle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a bundle
         * @description The whole article with all its facts, as it was loaded. With its `ETag` as `If-Match`, PUT overwrites nobody’s work.
         */
        get: operations["getBundle"];
        /**
         * Put a bundle
         * @description Stores an article with all its facts, in place of what was stored under its id: all of it or nothing. The same bundle again changes nothing. Of a bundle that is refused, every fault is told at once, by JSON pointer; what is right but looks wrong stands in `notices`. `If-Match` and `If-None-Match: *` guard against overwriting. At most 4 MiB.
         */
        put: operations["putBundle"];
        post?: never;
        /**
         * Delete a bundle
         * @description Removes an article with all its facts. Actors and places that other articles name stay. `If-Match` guards against deleting what somebody has changed.
         */
        delete: operations["deleteBundle"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List changes
         * @description Every put and every deletion of a bundle, the oldest first. A mirror fetches the bundle of each article that has a `digest`, and asks again from the same place if that isn’t in the `ETag`, as it was written since. It drops the others, keeps `resume` with it, asks with that as `cursor`, and begins anew at 410.
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get changes as a feed
         * @description The same as an Atom feed (RFC 4287), for feed readers: the newest first.
         */
        get: operations["getChangesFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{article}/linked-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get linked data
         * @description The article and its facts as JSON-LD: schema.org for what they are, Web Annotations for where the text states them, Wikidata as `sameAs`. What was said verbatim is a Quotation, else a Claim; who is named for what was not said is only mentioned.
         */
        get: operations["getLinkedData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{article}/linked-data.ttl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get linked data as Turtle
         * @description The same in RDF 1.1 Turtle.
         */
        get: operations["getLinkedDataTurtle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/articles.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export articles as CSV
         * @description All articles under these filters, a row each.
         */
        get: operations["exportArticlesCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/articles.ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export articles as NDJSON
         * @description All articles under these filters, a line of JSON each.
         */
        get: operations["exportArticlesNdjson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/articles.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export articles as XLSX
         * @description All articles under these filters, a row each. A text of over 32767 characters is cut, which `cut` says.
         */
        get: operations["exportArticlesXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/quotes.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export quotes as CSV
         * @description All quotes under these filters, a row each.
         */
        get: operations["exportQuotesCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/quotes.ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export quotes as NDJSON
         * @description All quotes under these filters, a line of JSON each.
         */
        get: operations["exportQuotesNdjson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/quotes.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export quotes as XLSX
         * @description All quotes under these filters, a row each. A text of over 32767 characters is cut, which `cut` says.
         */
        get: operations["exportQuotesXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/actors.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export actors as CSV
         * @description All actors under these filters, a row each.
         */
        get: operations["exportActorsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/actors.ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export actors as NDJSON
         * @description All actors under these filters, a line of JSON each.
         */
        get: operations["exportActorsNdjson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/actors.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export actors as XLSX
         * @description All actors under these filters, a row each. A text of over 32767 characters is cut, which `cut` says.
         */
        get: operations["exportActorsXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/places.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export places as CSV
         * @description All places under these filters, a row each.
         */
        get: operations["exportPlacesCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/places.ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export places as NDJSON
         * @description All places under these filters, a line of JSON each.
         */
        get: operations["exportPlacesNdjson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/places.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export places as XLSX
         * @description All places under these filters, a row each. A text of over 32767 characters is cut, which `cut` says.
         */
        get: operations["exportPlacesXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/events.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export events as CSV
         * @description All events under these filters, a row each.
         */
        get: operations["exportEventsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/events.ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export events as NDJSON
         * @description All events under these filters, a line of JSON each.
         */
        get: operations["exportEventsNdjson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/events.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export events as XLSX
         * @description All events under these filters, a row each. A text of over 32767 characters is cut, which `cut` says.
         */
        get: operations["exportEventsXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/statistics.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export statistics as CSV
         * @description All statistics under these filters, a row each.
         */
        get: operations["exportStatisticsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/statistics.ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export statistics as NDJSON
         * @description All statistics under these filters, a line of JSON each.
         */
        get: operations["exportStatisticsNdjson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/statistics.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export statistics as XLSX
         * @description All statistics under these filters, a row each. A text of over 32767 characters is cut, which `cut` says.
         */
        get: operations["exportStatisticsXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/mentions.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export mentions as CSV
         * @description All mentions under these filters, a row each.
         */
        get: operations["exportMentionsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/mentions.ndjson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export mentions as NDJSON
         * @description All mentions under these filters, a line of JSON each.
         */
        get: operations["exportMentionsNdjson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/mentions.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export mentions as XLSX
         * @description All mentions under these filters, a row each. A text of over 32767 characters is cut, which `cut` says.
         */
        get: operations["exportMentionsXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/article-facts.sqlite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export everything as a SQLite database
         * @description Everything, as plain tables for SQL; `_columns` tells what each column is.
         */
        get: operations["exportSqlite"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Somebody who acts, speaks or is acted upon: a person, state, body, medium or group. Shared by all articles. */
        Actor: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["ActorKind"];
            name: components["schemas"]["LocalizedText"];
            /** @description Other names that articles use, as they stand. */
            aliases: string[];
            description: components["schemas"]["LocalizedText"] | null;
            /** @description Offices and functions, as articles state them. */
            roles: components["schemas"]["LocalizedText"][];
            /** @description The actors it belongs to, as articles state them. */
            affiliations: components["schemas"]["ActorRef"][];
            /** @description Wikidata item id (Q…); null unless certain. */
            wikidata: string | null;
            counts: components["schemas"]["ActorCounts"];
        };
        /** @description How often articles have the actor. */
        ActorCounts: {
            /**
             * Format: int32
             * @description Articles that name it.
             */
            articles: number;
            /**
             * Format: int32
             * @description Quotes that refer to it.
             */
            quotes: number;
            /**
             * Format: int32
             * @description Events that refer to it.
             */
            events: number;
            /**
             * Format: int32
             * @description Statistics that refer to it.
             */
            statistics: number;
            /**
             * Format: int32
             * @description Mentions by name.
             */
            mentions: number;
        };
        /** @description An actor, in a bundle. */
        ActorEntry: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["ActorKind"];
            name: components["schemas"]["LocalizedText"];
            aliases?: string[];
            description?: components["schemas"]["LocalizedText"] | null;
            roles?: components["schemas"]["LocalizedText"][];
            /** @description The actors it belongs to, as the article states them. */
            affiliations?: string[];
            wikidata?: string | null;
            /** @description Where the article states it, in the order of the text. */
            mentions: components["schemas"]["MentionEntry"][];
        };
        /**
         * @description A field whose values can be counted.
         * @enum {string}
         */
        ActorFacet: "kind" | "affiliation" | "wikidata";
        /**
         * @description `person`; `country` (a state as a whole); `government` (a government, ministry or office); `organization`; `media`; `group` (a set of people or actors without a body of its own).
         * @enum {string}
         */
        ActorKind: "person" | "country" | "government" | "organization" | "media" | "group";
        /** @description A page of a list. */
        ActorPage: {
            /** @description The items. */
            data: components["schemas"]["Actor"][];
            page: components["schemas"]["PageInfo"];
            facets: components["schemas"]["Facets"] | null;
        };
        /** @description An actor, as the article at hand names it. */
        ActorRef: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["ActorKind"];
            name: components["schemas"]["LocalizedText"];
        };
        /**
         * @description What to order by; ties are broken by id.
         * @enum {string}
         */
        ActorSort: "name" | "id";
        /** @description An article that facts were taken from. The title is descriptive, in our own words. The text itself is not stored. */
        Article: {
            id: components["schemas"]["Id"];
            /** @description Language tag (BCP 47). */
            language: string;
            title: components["schemas"]["LocalizedText"];
            description: components["schemas"]["LocalizedText"] | null;
            source: components["schemas"]["ArticleSource"];
            text: components["schemas"]["TextFingerprint"];
            counts: components["schemas"]["ArticleCounts"];
            /**
             * Format: date-time
             * @description When its bundle was last put and changed (UTC).
             */
            modified: string;
            /**
             * Format: int64
             * @description The revision that this made: see `/v1/changes`.
             */
            revision: number;
        };
        /** @description How many facts the article states. */
        ArticleCounts: {
            /**
             * Format: int32
             * @description Quotes in the article.
             */
            quotes: number;
            /**
             * Format: int32
             * @description Actors in the article.
             */
            actors: number;
            /**
             * Format: int32
             * @description Places in the article.
             */
            places: number;
            /**
             * Format: int32
             * @description Events in the article.
             */
            events: number;
            /**
             * Format: int32
             * @description Statistics in the article.
             */
            statistics: number;
            /**
             * Format: int32
             * @description Mentions in the article.
             */
            mentions: number;
        };
        /** @description An article, in a bundle. */
        ArticleEntry: {
            id: components["schemas"]["Id"];
            language: string;
            title: components["schemas"]["LocalizedText"];
            description?: components["schemas"]["LocalizedText"] | null;
            source?: components["schemas"]["ArticleSourceEntry"];
            text?: components["schemas"]["TextFingerprint"];
        };
        /**
         * @description A field whose values can be counted.
         * @enum {string}
         */
        ArticleFacet: "language" | "publisher";
        /** @description A page of a list. */
        ArticlePage: {
            /** @description The items. */
            data: components["schemas"]["Article"][];
            page: components["schemas"]["PageInfo"];
            facets: components["schemas"]["Facets"] | null;
        };
        /**
         * @description What to order by; ties are broken by id.
         * @enum {string}
         */
        ArticleSort: "id" | "title" | "published";
        /** @description Where the article comes from; null is unknown. */
        ArticleSource: {
            /**
             * Format: line
             * @description The headline as published.
             */
            headline: string | null;
            /**
             * Format: line
             * @description Who wrote it, as published.
             */
            byline: string | null;
            /**
             * Format: line
             * @description Who published it.
             */
            publisher: string | null;
            /**
             * Format: published
             * @description When it was published, as far as it is known: a date (EDTF, like `1884` or `2024-05-14`) or an instant (RFC 3339).
             */
            published: string | null;
            /**
             * Format: web-address
             * @description Where it was published: an http or https address, as browsers show it (an IRI).
             */
            url: string | null;
        };
        /** @description Where the article comes from, in a bundle; what is left out is unknown. */
        ArticleSourceEntry: {
            /** Format: line */
            headline?: string | null;
            /** Format: line */
            byline?: string | null;
            /** Format: line */
            publisher?: string | null;
            /** Format: published */
            published?: string | null;
            /** Format: web-address */
            url?: string | null;
        };
        /**
         * @description One article with all the facts that it states. Fields that are null or empty may be left out.
         * @example {
         *       "article": {
         *         "id": "town-bridge-2024",
         *         "language": "en",
         *         "title": {
         *           "en": "A bridge for the town"
         *         }
         *       },
         *       "articleText": "The town gets a bridge, the council says.",
         *       "quotes": [
         *         {
         *           "id": "council-town-gets-a-bridge-2024",
         *           "kind": "indirect",
         *           "text": "A bridge will be built.",
         *           "speakers": [
         *             "town-council"
         *           ],
         *           "verb": "says",
         *           "mentions": [
         *             {
         *               "exact": "The town gets a bridge"
         *             },
         *             {
         *               "exact": "the council",
         *               "role": "source"
         *             },
         *             {
         *               "exact": "says",
         *               "role": "cue"
         *             }
         *           ]
         *         }
         *       ],
         *       "actors": [
         *         {
         *           "id": "town-council",
         *           "kind": "government",
         *           "name": {
         *             "en": "Town council"
         *           },
         *           "mentions": [
         *             {
         *               "exact": "the council"
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        Bundle: {
            /** @description For editors; ignored. */
            $schema?: string;
            article: components["schemas"]["ArticleEntry"];
            /** @description The text of the article, to find every mention in, and to check it against. It is not stored and never given back. */
            articleText?: string;
            /** @description Its quotes; absent is none. */
            quotes?: components["schemas"]["QuoteEntry"][];
            /** @description Its actors; absent is none. */
            actors?: components["schemas"]["ActorEntry"][];
            /** @description Its places; absent is none. */
            places?: components["schemas"]["PlaceEntry"][];
            /** @description Its events; absent is none. */
            events?: components["schemas"]["EventEntry"][];
            /** @description Its statistics; absent is none. */
            statistics?: components["schemas"]["StatisticEntry"][];
        };
        /** @description Something that was written. */
        Change: {
            /**
             * Format: int64
             * @description Counts up with every change.
             */
            revision: number;
            kind: components["schemas"]["ChangeKind"];
            article: components["schemas"]["Id"];
            /**
             * Format: date-time
             * @description When it was written (UTC).
             */
            time: string;
            /** @description Name of the API key; null of the command line and of articles that come along. */
            author: string | null;
            /** @description What the `ETag` of the article’s bundle has in it as of this page; null if it is gone. */
            digest: string | null;
        };
        /**
         * @description `put`: the bundle is new or another; `delete`: it is gone, with all its facts.
         * @enum {string}
         */
        ChangeKind: "put" | "delete";
        /** @description A page of changes, in the order of their revisions. */
        ChangePage: {
            /** @description The changes. */
            data: components["schemas"]["Change"][];
            page: components["schemas"]["PageInfo"];
            facets: components["schemas"]["Facets"] | null;
            /** @description The cursor to ask with later for what comes after this page, even if it is the last. */
            resume: string;
        };
        /**
         * @description `eq`: exactly; `approx`: about; `gt`: more than; `gte`: at least; `lt`: less than; `lte`: at most; `range`: from `value` to `upper`.
         * @enum {string}
         */
        Comparator: "eq" | "approx" | "gt" | "gte" | "lt" | "lte" | "range";
        /** @description Another actor, and how often the two meet. */
        Connection: {
            actor: components["schemas"]["ActorRef"];
            /**
             * Format: int32
             * @description Events and quotes in which they meet.
             */
            total: number;
            /**
             * Format: int32
             * @description Events that both take part in.
             */
            events: number;
            /**
             * Format: int32
             * @description Quotes that both are speakers of.
             */
            quotes: number;
            /** @description The roles of both in these events, the most frequent first. */
            roles: components["schemas"]["ConnectionRoles"][];
        };
        /** @description A page of a list. */
        ConnectionPage: {
            /** @description The items. */
            data: components["schemas"]["Connection"][];
            page: components["schemas"]["PageInfo"];
            facets: components["schemas"]["Facets"] | null;
        };
        /** @description As what two actors meet in events. */
        ConnectionRoles: {
            own: components["schemas"]["ParticipantRole"];
            other: components["schemas"]["ParticipantRole"];
            /**
             * Format: int32
             * @description Events in which they meet so.
             */
            events: number;
        };
        /**
         * @description `exact`: how many items all pages have together.
         * @enum {string}
         */
        CountMode: "exact";
        /**
         * @description The types of facts that have a date.
         * @enum {string}
         */
        DatedType: "quote" | "event" | "statistic";
        /** @description One fault of a request. */
        ErrorDetail: {
            in: components["schemas"]["ErrorLocation"];
            /** @description Name of the parameter or header; JSON pointer in a body. */
            name: string;
            /** @description What is wrong, and what is expected. */
            detail: string;
        };
        /**
         * @description The part of the request that is at fault.
         * @enum {string}
         */
        ErrorLocation: "path" | "query" | "header" | "body";
        /** @description Something that happened, happens or is expected to. */
        Event: {
            id: components["schemas"]["Id"];
            article: components["schemas"]["Id"];
            kind: components["schemas"]["EventKind"];
            status: components["schemas"]["EventStatus"];
            polarity: components["schemas"]["Polarity"];
            title: components["schemas"]["LocalizedText"];
            description: components["schemas"]["LocalizedText"] | null;
            date: components["schemas"]["Period"] | null;
            place: components["schemas"]["PlaceRef"] | null;
            participants: components["schemas"]["Participant"][];
            partOf: components["schemas"]["EventRef"] | null;
            /** @description Where the article states it, in the order of the text. */
            mentions: components["schemas"]["Mention"][];
        };
        /** @description An event, in a bundle. */
        EventEntry: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["EventKind"];
            status: components["schemas"]["EventStatus"];
            polarity?: components["schemas"]["Polarity"];
            title: components["schemas"]["LocalizedText"];
            description?: components["schemas"]["LocalizedText"] | null;
            date?: components["schemas"]["PeriodEntry"] | null;
            /** @description Id of the place. */
            place?: string | null;
            participants?: components["schemas"]["ParticipantEntry"][];
            /** @description Id of the event that it is a part of. */
            partOf?: string | null;
            mentions: components["schemas"]["MentionEntry"][];
        };
        /**
         * @description A field whose values can be counted.
         * @enum {string}
         */
        EventFacet: "article" | "kind" | "status" | "polarity" | "participant" | "place" | "partOf";
        /**
         * @description `visit`; `meeting` (talks included); `summit`; `ceremony` (openings, galas, signings); `exhibition`; `competition` (sport); `statement` (anything said or published); `agreement`; `appeal` (a demand or request); `pledge`; `conflict` (war, fighting); `attack` (one act of violence); `sanction`; `economic` (trade, payments, finance); `relations` (a relation between actors as it stands or grows); `initiative` (a programme or project); `anniversary`; `disaster` (natural or not); `accident`; `crime`; `justice` (arrests, charges, trials, sentences, pardons); `election`; `protest` (strikes included); `birth`; `marriage` (divorce included); `death`; `appointment` (hiring, nomination, taking office); `resignation` (dismissal and leaving office included); `legislation` (laws, votes of a parliament, rulings of an authority); `business` (founding, merging, buying, insolvency); `labour` (work and employment); `transport` (movement of people and goods); `migration`; `health` (illness, injury, medicine); `science`; `technology`; `education`; `environment`; `weather`; `culture` (arts, media, entertainment); `religion`; `sport` (what is no single competition); `society`; `lifestyle` (leisure); `other`.
         * @enum {string}
         */
        EventKind: "visit" | "meeting" | "summit" | "ceremony" | "exhibition" | "competition" | "statement" | "agreement" | "appeal" | "pledge" | "conflict" | "attack" | "sanction" | "economic" | "relations" | "initiative" | "anniversary" | "disaster" | "accident" | "crime" | "justice" | "election" | "protest" | "birth" | "marriage" | "death" | "appointment" | "resignation" | "legislation" | "business" | "labour" | "transport" | "migration" | "health" | "science" | "technology" | "education" | "environment" | "weather" | "culture" | "religion" | "sport" | "society" | "lifestyle" | "other";
        /** @description A page of a list. */
        EventPage: {
            /** @description The items. */
            data: components["schemas"]["Event"][];
            page: components["schemas"]["PageInfo"];
            facets: components["schemas"]["Facets"] | null;
        };
        /** @description An event; its name is the title. */
        EventRef: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["EventKind"];
            name: components["schemas"]["LocalizedText"];
        };
        /**
         * @description What to order by; ties are broken by id.
         * @enum {string}
         */
        EventSort: "position" | "date" | "title" | "id";
        /**
         * @description As the article has it: `occurred`; `ongoing`; `expected` (announced, even if past today); `recurring`; `alleged` (somebody says so, and the article leaves open whether it is true); `cancelled` (announced before, and called off).
         * @enum {string}
         */
        EventStatus: "occurred" | "ongoing" | "expected" | "recurring" | "alleged" | "cancelled";
        /** @description A value, and how many items have it. */
        FacetCount: {
            /** @description The value, as the filter takes it. */
            value: string;
            /**
             * Format: int64
             * @description How many items have it.
             */
            count: number;
        };
        /** @description Field → its values with their counts; null unless asked for. */
        Facets: {
            [key: string]: components["schemas"]["FacetCount"][];
        };
        /** @description A mention, with the fact that it anchors. */
        FactMention: {
            article: components["schemas"]["Id"];
            /**
             * Format: int32
             * @description Offset of the first character, in Unicode code points, 0-based.
             */
            start: number;
            /**
             * Format: int32
             * @description Offset behind the last character, in Unicode code points (end-exclusive).
             */
            end: number;
            /** @description The characters between, verbatim. */
            exact: string;
            role: components["schemas"]["MentionRole"];
            /** @description Whether it goes on with what the mention of its role before it began: behind “she said”, or in the next paragraph. */
            continues: boolean;
            factType: components["schemas"]["FactType"];
            fact: components["schemas"]["Id"];
        };
        /**
         * @description A field whose values can be counted.
         * @enum {string}
         */
        FactMentionFacet: "article" | "exact" | "role" | "factType" | "fact";
        /** @description A page of a list. */
        FactMentionPage: {
            /** @description The items. */
            data: components["schemas"]["FactMention"][];
            page: components["schemas"]["PageInfo"];
            facets: components["schemas"]["Facets"] | null;
        };
        /**
         * @description What to order by; ties are broken by id.
         * @enum {string}
         */
        FactMentionSort: "position";
        /**
         * @description The types of facts.
         * @enum {string}
         */
        FactType: "quote" | "actor" | "place" | "event" | "statistic";
        /** @description Whether it is the text of the article. */
        FingerprintComparison: {
            /** @description Whether both are the same. */
            matches: boolean;
            expected: components["schemas"]["TextFingerprint"];
            found: components["schemas"]["TextFingerprint"];
        };
        /** @description A stretch of a snippet that was looked for. */
        Highlight: {
            /**
             * Format: int32
             * @description Offset in the snippet, in Unicode code points, 0-based.
             */
            start: number;
            /**
             * Format: int32
             * @description Offset behind it.
             */
            end: number;
        };
        /**
         * @description What a search finds: facts of each type, and articles.
         * @enum {string}
         */
        HitType: "quote" | "actor" | "place" | "event" | "statistic" | "article";
        /** @description An id: a slug, stable for ever. */
        Id: string;
        /**
         * @description A stretch of the calendar.
         * @enum {string}
         */
        Interval: "day" | "month" | "year";
        /** @description An interval, and how much lies in it. */
        IntervalCount: {
            /** @description The interval: `2024`, `2024-05` or `2024-05-16`. */
            period: string;
            /** @description Its first day, written as those of `Period`; within `from` and `to`. */
            earliest: string;
            /** @description Its last day. */
            latest: string;
            /**
             * Format: int32
             * @description How many facts may lie in it.
             */
            count: number;
        };
        /** @description An article in JSON-LD 1.1. */
        LinkedData: {
            /** @description Where the contexts are. */
            "@context": string[];
            /** @description The article, its facts, their anchors. */
            "@graph": components["schemas"]["LinkedNode"][];
        };
        /** @description A thing or an annotation, by these contexts. */
        LinkedNode: {
            [key: string]: unknown;
        };
        /** @description A text in several languages: language tag (BCP 47) → text. That in the language of the article is always there. */
        LocalizedText: {
            [key: string]: string;
        };
        /** @description Where the article states a fact. */
        Mention: {
            /**
             * Format: int32
             * @description Offset of the first character, in Unicode code points, 0-based.
             */
            start: number;
            /**
             * Format: int32
             * @description Offset behind the last character, in Unicode code points (end-exclusive).
             */
            end: number;
            /** @description The characters between, verbatim. */
            exact: string;
            role: components["schemas"]["MentionRole"];
            /** @description Whether it goes on with what the mention of its role before it began: behind “she said”, or in the next paragraph. */
            continues: boolean;
        };
        /** @description A mention, in a bundle. Where the text is at hand, its words are enough: the position is found. */
        MentionEntry: {
            /** Format: int32 */
            start?: number;
            /** Format: int32 */
            end?: number;
            exact: string;
            role?: components["schemas"]["MentionRole"];
            continues?: boolean;
            /** @description Words right before it, to tell it from others like it. */
            prefix?: string;
            /** @description Words right behind it. */
            suffix?: string;
            /**
             * Format: int32
             * @description Which one it is of the places where its words stand, counted from 1.
             */
            occurrence?: number;
        };
        /** @description A mention that the text doesn’t bear out. */
        MentionMismatch: {
            mention: components["schemas"]["FactMention"];
            /** @description What stands in its place, as far as that can be told. */
            found: string | null;
        };
        /**
         * @description `content`: the words that state the fact; of a quote also `cue`: the words that attribute it (“said”), and `source`: the words that name who says it.
         * @enum {string}
         */
        MentionRole: "content" | "cue" | "source";
        /** @description A mention whose words stand elsewhere, or otherwise. */
        MovedMention: {
            mention: components["schemas"]["FactMention"];
            at: components["schemas"]["TextPlace"];
            difference: components["schemas"]["TextDifference"];
        };
        /** @description What is right in a bundle, but looks wrong. */
        Notice: {
            kind: components["schemas"]["NoticeKind"];
            /** @description Where: a JSON pointer into the bundle. */
            pointer: string;
            /** @description What looks wrong, with what it was compared with. */
            detail: string;
        };
        /**
         * @description `described-otherwise`, `named-otherwise`: other articles describe the actor or place, or name the person, otherwise, so it may be another one; `wikidata-elsewhere`: another id has its Wikidata item; `speaker-not-shown`: no mention shows a word of the speaker’s name; `polarity-not-in-text`: a direct quote is denied or hypothetical, which its words can’t say; `mention-cut`: a mention begins or ends within a number, or an actor’s within a word.
         * @enum {string}
         */
        NoticeKind: "described-otherwise" | "named-otherwise" | "wikidata-elsewhere" | "speaker-not-shown" | "polarity-not-in-text" | "mention-cut";
        /** @description Where in the list the page is. */
        PageInfo: {
            /**
             * Format: int32
             * @description How many items a page has at most.
             */
            limit: number;
            /** @description The cursor of the next page; null on the last one. */
            next: string | null;
            /**
             * Format: int64
             * @description How many items there are in all; null unless asked for.
             */
            total: number | null;
            /** @description False where counting took too long: `total` and `facets` lack what is not counted. */
            complete: boolean;
            /** @description Where an id that was asked for doesn’t exist: which one was meant, or how to look it up. */
            hint: string | null;
        };
        /** @description Who took part in an event, and as what. */
        Participant: {
            actor: components["schemas"]["ActorRef"];
            role: components["schemas"]["ParticipantRole"];
        };
        /** @description A participant, in a bundle. */
        ParticipantEntry: {
            /** @description Id of the actor. */
            actor: string;
            role: components["schemas"]["ParticipantRole"];
        };
        /**
         * @description `agent` (does it); `target` (it is done to, or against); `visitor`; `host`; `attendee`; `counterpart` (one of those who meet, agree or stand in a relation); `signatory`; `speaker` (says or publishes it); `addressee` (it is said to); `organizer`; `beneficiary`; `subject` (it is about); `victim`; `suspect` (also: accused); `perpetrator` (as the article itself calls it); `witness`; `judge` (decides: a court, a jury); `winner`; `loser`; `candidate`; `employer`; `employee`; `owner`; `instrument` (what it is done with); `other`.
         * @enum {string}
         */
        ParticipantRole: "agent" | "target" | "visitor" | "host" | "attendee" | "counterpart" | "signatory" | "speaker" | "addressee" | "organizer" | "beneficiary" | "subject" | "victim" | "suspect" | "perpetrator" | "witness" | "judge" | "winner" | "loser" | "candidate" | "employer" | "employee" | "owner" | "instrument" | "other";
        /** @description A date or period, as far as it is known. */
        Period: {
            /** @description A date in EDTF (ISO 8601-2), level 0 to 2, like `2024-05`, `2024-21` (a spring), `2023-10?`, `1950/..`; null if it can’t be told. */
            edtf: string | null;
            /** @description First possible day (`2024-05-16`; of years before 0 or beyond 9999 `-000043-03-15`), wherever on earth it is; null if unknown or open. */
            earliest: string | null;
            /** @description Last possible day, written alike; null if unknown or open. */
            latest: string | null;
            basis: components["schemas"]["PeriodBasis"] | null;
            /**
             * Format: line
             * @description The words of the article, as they stand.
             */
            expression: string | null;
            /**
             * Format: line
             * @description Why, where the date is inferred.
             */
            note: string | null;
        };
        /**
         * @description `stated`: the article gives the calendar value itself; `inferred`: a reader works it out.
         * @enum {string}
         */
        PeriodBasis: "stated" | "inferred";
        /** @description A date or period, as far as it is known. */
        PeriodEntry: {
            /** Format: edtf */
            edtf?: string | null;
            basis?: components["schemas"]["PeriodBasis"] | null;
            /** Format: line */
            expression?: string | null;
            /** Format: line */
            note?: string | null;
        };
        /** @description A place. Shared by all articles. */
        Place: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["PlaceKind"];
            name: components["schemas"]["LocalizedText"];
            within: components["schemas"]["PlaceRef"] | null;
            /** @description Wikidata item id (Q…); null unless certain. */
            wikidata: string | null;
            /**
             * Format: double
             * @description Degrees north (WGS 84).
             */
            latitude: number | null;
            /**
             * Format: double
             * @description Degrees east (WGS 84).
             */
            longitude: number | null;
        };
        /** @description A place, in a bundle. */
        PlaceEntry: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["PlaceKind"];
            name: components["schemas"]["LocalizedText"];
            /** @description Id of the place that it lies in. */
            within?: string | null;
            wikidata?: string | null;
            /** Format: double */
            latitude?: number | null;
            /** Format: double */
            longitude?: number | null;
            /** @description Where the article states it, in the order of the text. */
            mentions: components["schemas"]["MentionEntry"][];
        };
        /**
         * @description A field whose values can be counted.
         * @enum {string}
         */
        PlaceFacet: "kind" | "within" | "wikidata";
        /**
         * @description `continent`; `country`; `region` (a part of a country or of the world); `province`; `district`; `city`; `village`; `street`; `venue` (a building or ground); `river`; `sea`; `mountain`; `other`.
         * @enum {string}
         */
        PlaceKind: "continent" | "country" | "region" | "province" | "district" | "city" | "village" | "street" | "venue" | "river" | "sea" | "mountain" | "other";
        /** @description A page of a list. */
        PlacePage: {
            /** @description The items. */
            data: components["schemas"]["Place"][];
            page: components["schemas"]["PageInfo"];
            facets: components["schemas"]["Facets"] | null;
        };
        /** @description A place, as the article at hand names it. */
        PlaceRef: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["PlaceKind"];
            name: components["schemas"]["LocalizedText"];
        };
        /**
         * @description What to order by; ties are broken by id.
         * @enum {string}
         */
        PlaceSort: "name" | "id";
        /**
         * @description `affirmed`; `denied`: the article says that it was not said, or did not happen; `hypothetical`: that it may, would or might be. Texts and titles say it too.
         * @enum {string}
         */
        Polarity: "affirmed" | "denied" | "hypothetical";
        /** @description An error (RFC 9457). */
        Problem: {
            /**
             * Format: uri-reference
             * @description Path of a page that says what the error means and how to mend it.
             */
            type: string;
            /** @description The kind of error; always the same for one `type`. */
            title: string;
            /**
             * Format: int32
             * @description HTTP status.
             */
            status: number;
            /** @description What went wrong this time. */
            detail: string;
            /**
             * Format: uri-reference
             * @description Id of the request, as the server’s log has it (a URN).
             */
            instance: string | null;
            /** @description Every fault, where there are several or a place. */
            errors: components["schemas"]["ErrorDetail"][];
        };
        /** @description Something that the article says somebody said. */
        Quote: {
            id: components["schemas"]["Id"];
            article: components["schemas"]["Id"];
            kind: components["schemas"]["QuoteKind"];
            polarity: components["schemas"]["Polarity"];
            /** @description What was said, in the language of the quote. */
            text: string;
            /** @description Of a `mixed` quote, the words of its text that stand between quotation marks. */
            verbatim: string[];
            /** @description Language tag (BCP 47). */
            language: string;
            translation: components["schemas"]["Translation"] | null;
            /** @description Only whom the article names as the source; empty in the narrator’s voice. */
            speakers: components["schemas"]["ActorRef"][];
            /**
             * Format: line
             * @description The words for a source without a name, as they stand: “a senior official”. It is no actor.
             */
            unnamedSpeaker: string | null;
            /**
             * Format: line
             * @description The verb or phrase that attributes it, as it stands.
             */
            verb: string | null;
            date: components["schemas"]["Period"] | null;
            event: components["schemas"]["EventRef"] | null;
            reportedIn: components["schemas"]["QuoteRef"] | null;
            /** @description Where the article states it, in the order of the text. */
            mentions: components["schemas"]["Mention"][];
        };
        /** @description A quote, in a bundle. */
        QuoteEntry: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["QuoteKind"];
            polarity?: components["schemas"]["Polarity"];
            text: string;
            verbatim?: string[];
            language?: string;
            translation?: components["schemas"]["Translation"] | null;
            speakers?: string[];
            /** Format: line */
            unnamedSpeaker?: string | null;
            /** Format: line */
            verb?: string | null;
            date?: components["schemas"]["PeriodEntry"] | null;
            /** @description Id of the event at which it was said. */
            event?: string | null;
            /** @description Id of the quote within which it is reported. */
            reportedIn?: string | null;
            mentions: components["schemas"]["MentionEntry"][];
        };
        /**
         * @description A field whose values can be counted.
         * @enum {string}
         */
        QuoteFacet: "article" | "kind" | "polarity" | "speaker" | "event" | "reportedIn" | "language";
        /**
         * @description `direct`: words between quotation marks, verbatim; `indirect`: a statement attributed to somebody, in our words; `mixed`: in our words, with words that stand between quotation marks (`verbatim`).
         * @enum {string}
         */
        QuoteKind: "direct" | "indirect" | "mixed";
        /** @description A page of a list. */
        QuotePage: {
            /** @description The items. */
            data: components["schemas"]["Quote"][];
            page: components["schemas"]["PageInfo"];
            facets: components["schemas"]["Facets"] | null;
        };
        /** @description Another quote of the article. */
        QuoteRef: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["QuoteKind"];
            /** @description What was said, in the language of the quote. */
            text: string;
        };
        /**
         * @description What to order by; ties are broken by id.
         * @enum {string}
         */
        QuoteSort: "position" | "date" | "id";
        /** @description How much of what was found is ranked. */
        Ranking: {
            /**
             * Format: int32
             * @description How many hits are ranked; the list ends with them.
             */
            considered: number;
            /** @description False where more facts have these words: those that came last are ranked. */
            complete: boolean;
        };
        /** @description A fact or article that has the words looked for. */
        SearchHit: {
            type: components["schemas"]["HitType"];
            /** @description Its id. */
            id: string;
            /** @description Id of its article; null of what articles share. */
            article: string | null;
            title: components["schemas"]["LocalizedText"];
            snippet: components["schemas"]["Snippet"];
            /**
             * Format: double
             * @description How well it fits (BM25), within this answer: higher is better.
             */
            score: number;
        };
        /**
         * @description A field whose values can be counted.
         * @enum {string}
         */
        SearchHitFacet: "type" | "article";
        /** @description A page of hits, best first. */
        SearchPage: {
            /** @description The hits. */
            data: components["schemas"]["SearchHit"][];
            page: components["schemas"]["PageInfo"];
            /** @description Counts by value among the ranked hits, of `article` without shared facts; null unless asked for. */
            facets: components["schemas"]["Facets"] | null;
            ranking: components["schemas"]["Ranking"];
        };
        /** @description Where a fact has the words that were looked for. */
        Snippet: {
            /** @description A stretch of the fact’s text; `…` where it was cut. */
            text: string;
            /** @description What was found in it, in order. */
            highlights: components["schemas"]["Highlight"][];
        };
        /**
         * @description `asc`: ascending; `desc`: descending. Texts order by code point; what has no value comes last either way.
         * @enum {string}
         */
        SortOrder: "asc" | "desc";
        /** @description A quantity that the article states. */
        Statistic: {
            id: components["schemas"]["Id"];
            article: components["schemas"]["Id"];
            label: components["schemas"]["LocalizedText"];
            /**
             * Format: double
             * @description The figure; the lower one of a range.
             */
            value: number;
            /**
             * Format: double
             * @description The upper figure of a range, else null.
             */
            upper: number | null;
            comparator: components["schemas"]["Comparator"];
            unit: components["schemas"]["Unit"];
            /** @description The words of the article, as they stand. */
            text: string;
            /** @description The actors that the figure is about. */
            subject: components["schemas"]["ActorRef"][];
            event: components["schemas"]["EventRef"] | null;
            source: components["schemas"]["ActorRef"] | null;
            period: components["schemas"]["Period"] | null;
            /** @description Where the article states it, in the order of the text. */
            mentions: components["schemas"]["Mention"][];
        };
        /** @description A statistic, in a bundle. */
        StatisticEntry: {
            id: components["schemas"]["Id"];
            label: components["schemas"]["LocalizedText"];
            /** Format: double */
            value: number;
            /** Format: double */
            upper?: number | null;
            comparator?: components["schemas"]["Comparator"];
            unit: components["schemas"]["Unit"];
            text: string;
            subject?: string[];
            /** @description Id of the event that the figure belongs to. */
            event?: string | null;
            /** @description Id of the actor that the article attributes the figure to. */
            source?: string | null;
            period?: components["schemas"]["PeriodEntry"] | null;
            mentions: components["schemas"]["MentionEntry"][];
        };
        /**
         * @description A field whose values can be counted.
         * @enum {string}
         */
        StatisticFacet: "article" | "unit" | "comparator" | "subject" | "source" | "event";
        /** @description A page of a list. */
        StatisticPage: {
            /** @description The items. */
            data: components["schemas"]["Statistic"][];
            page: components["schemas"]["PageInfo"];
            facets: components["schemas"]["Facets"] | null;
        };
        /**
         * @description What to order by; ties are broken by id.
         * @enum {string}
         */
        StatisticSort: "position" | "value" | "date" | "id";
        /** @description What became of a bundle that was put. */
        StoredBundle: {
            article: components["schemas"]["Article"];
            /** @description What is right in it, but looks wrong: look at it again. */
            notices: components["schemas"]["Notice"][];
        };
        /**
         * @description `typography`: marks, dashes, white space, Unicode form or the like.
         * @enum {string}
         */
        TextDifference: "none" | "typography";
        /** @description What the text is known by; whoever has the text can verify every mention. */
        TextFingerprint: {
            /** @description SHA-256 of the text in UTF-8, in hexadecimal. */
            sha256: string;
            /**
             * Format: int32
             * @description Length in code points.
             */
            length: number;
        };
        /** @description A place in the text that was sent. */
        TextPlace: {
            /**
             * Format: int32
             * @description In code points.
             */
            start: number;
            /**
             * Format: int32
             * @description Behind the last.
             */
            end: number;
        };
        /**
         * @description They say what to do; `normalize`: to Unicode NFC.
         * @enum {string}
         */
        TextRepair: "removeByteOrderMark" | "useLineFeeds" | "normalize" | "addFinalLineBreak" | "removeFinalLineBreak";
        /** @description How many facts may lie in each interval. */
        Timeline: {
            type: components["schemas"]["FactType"];
            interval: components["schemas"]["Interval"];
            /** @description The intervals in which something may lie, in order: the first 2,000. */
            data: components["schemas"]["IntervalCount"][];
            /**
             * Format: int32
             * @description How many facts have no date.
             */
            undated: number;
            /** @description False where later intervals are cut off (go on with `from`), or counting took too long. */
            complete: boolean;
            /** @description As in `PageInfo`. */
            hint: string | null;
        };
        /** @description A translation of a quote. */
        Translation: {
            /** @description Language tag (BCP 47). */
            language: string;
            /** @description The translated text. */
            text: string;
            origin: components["schemas"]["TranslationOrigin"];
        };
        /**
         * @description `editorial`: made by the annotators of this data; `source`: published by the speaker or the article.
         * @enum {string}
         */
        TranslationOrigin: "editorial" | "source";
        /** @description A mention whose words may be others. */
        UndecidedMention: {
            mention: components["schemas"]["FactMention"];
            /** @description The first ten. */
            places: components["schemas"]["TextPlace"][];
        };
        /** @description What is counted or measured. */
        Unit: {
            /** @description UCUM code where there is one (`%`, `a`, `wk`), else an own code: a singular English noun in kebab case (`country`, `calendar-year`); a currency by its ISO 4217 code (`IDR`). */
            code: string;
            label: components["schemas"]["LocalizedText"];
        };
        /** @description How a text compares with an article’s mentions. */
        Verification: {
            article: components["schemas"]["Id"];
            fingerprint: components["schemas"]["FingerprintComparison"];
            /** @description What makes it exactly the article’s text, in this order. */
            repairs: components["schemas"]["TextRepair"][];
            /** @description The same characters at their place. */
            matching: components["schemas"]["FactMention"][];
            /** @description The same words elsewhere, or in other typography. */
            moved: components["schemas"]["MovedMention"][];
            /** @description The same words, but the text doesn’t tell which. */
            undecided: components["schemas"]["UndecidedMention"][];
            /** @description Other words, or none. */
            mismatching: components["schemas"]["MentionMismatch"][];
        };
        /** @description A text to verify. */
        VerificationRequest: {
            /**
             * @description Every character of it.
             * @example At noon: “The bells rang.”
             */
            text: string;
        };
    };
    responses: {
        /** @description Not modified. */
        NotModified: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Invalid parameter. */
        InvalidParameter: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/problems/invalid-parameter",
                 *       "title": "Invalid parameter",
                 *       "status": 400,
                 *       "detail": "speker is not a parameter here; did you mean speaker?",
                 *       "instance": "urn:uuid:b4f5d8f0-2f0c-4b3e-9d0a-6f1c2f7e9a35",
                 *       "errors": [
                 *         {
                 *           "in": "query",
                 *           "name": "speker",
                 *           "detail": "is not a parameter here; did you mean speaker?"
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Cursor gone. */
        CursorGone: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/problems/cursor-gone",
                 *       "title": "Cursor gone",
                 *       "status": 410,
                 *       "detail": "cursor is of a state that a restore of the database has undone: begin again without it",
                 *       "instance": "urn:uuid:b4f5d8f0-2f0c-4b3e-9d0a-6f1c2f7e9a35",
                 *       "errors": [
                 *         {
                 *           "in": "query",
                 *           "name": "cursor",
                 *           "detail": "is of a state that a restore of the database has undone: begin again without it"
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Internal error. */
        InternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/problems/internal-error",
                 *       "title": "Internal error",
                 *       "status": 500,
                 *       "detail": "Something went wrong on the server; the log has the reason.",
                 *       "instance": "urn:uuid:b4f5d8f0-2f0c-4b3e-9d0a-6f1c2f7e9a35",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Service unavailable. */
        ServiceUnavailable: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/problems/unavailable",
                 *       "title": "Service unavailable",
                 *       "status": 503,
                 *       "detail": "The server has more to do than it can.",
                 *       "instance": "urn:uuid:b4f5d8f0-2f0c-4b3e-9d0a-6f1c2f7e9a35",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not found. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/problems/not-found",
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "detail": "There is no quote with the id \"nobody\"; /v1/quotes lists those there are.",
                 *       "instance": "urn:uuid:b4f5d8f0-2f0c-4b3e-9d0a-6f1c2f7e9a35",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Invalid parameter; Invalid body. */
        InvalidParameterInvalidBody: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/problems/invalid-body",
                 *       "title": "Invalid body",
                 *       "status": 400,
                 *       "detail": "/article/languge is not a field here; did you mean language?",
                 *       "instance": "urn:uuid:b4f5d8f0-2f0c-4b3e-9d0a-6f1c2f7e9a35",
                 *       "errors": [
                 *         {
                 *           "in": "body",
                 *           "name": "/article/languge",
                 *           "detail": "is not a field here; did you mean language?"
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Body too large. */
        BodyTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/problems/body-too-large",
                 *       "title": "Body too large",
                 *       "status": 413,
                 *       "detail": "The body is larger than 1048576 bytes.",
                 *       "instance": "urn:uuid:b4f5d8f0-2f0c-4b3e-9d0a-6f1c2f7e9a35",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Unsupported media type. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/problems/unsupported-media-type",
                 *       "title": "Unsupported media type",
                 *       "status": 415,
                 *       "detail": "Content-Type must be application/json.",
                 *       "instance": "urn:uuid:b4f5d8f0-2f0c-4b3e-9d0a-6f1c2f7e9a35",
                 *       "errors": [
                 *         {
                 *           "in": "header",
                 *           "name": "Content-Type",
                 *           "detail": "must be application/json"
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Stored. */
        Stored: {
            headers: {
                ETag: components["headers"]["ETag"];
                Link: components["headers"]["Link"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "article": {
                 *         "id": "town-bridge-2024",
                 *         "language": "en",
                 *         "title": {
                 *           "en": "A bridge for the town"
                 *         },
                 *         "description": null,
                 *         "source": {
                 *           "headline": null,
                 *           "byline": null,
                 *           "publisher": null,
                 *           "published": null,
                 *           "url": null
                 *         },
                 *         "text": {
                 *           "sha256": "43fa73c1ee1cb2837a9662822620e4610dedd2c38eddf77d66bcb9121809c865",
                 *           "length": 41
                 *         },
                 *         "counts": {
                 *           "quotes": 1,
                 *           "actors": 1,
                 *           "places": 0,
                 *           "events": 0,
                 *           "statistics": 0,
                 *           "mentions": 4
                 *         },
                 *         "modified": "2024-05-20T09:00:00.000Z",
                 *         "revision": 2
                 *       },
                 *       "notices": []
                 *     }
                 */
                "application/json": components["schemas"]["StoredBundle"];
            };
        };
        /** @description Unauthorized. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/problems/unauthorized",
                 *       "title": "Unauthorized",
                 *       "status": 401,
                 *       "detail": "A key is needed: send Authorization: Bearer KEY.",
                 *       "instance": "urn:uuid:b4f5d8f0-2f0c-4b3e-9d0a-6f1c2f7e9a35",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Read-only. */
        ReadOnly: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/problems/read-only",
                 *       "title": "Read-only",
                 *       "status": 403,
                 *       "detail": "This server is read-only: no API keys are configured.",
                 *       "instance": "urn:uuid:b4f5d8f0-2f0c-4b3e-9d0a-6f1c2f7e9a35",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Precondition failed. */
        PreconditionFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/problems/precondition-failed",
                 *       "title": "Precondition failed",
                 *       "status": 412,
                 *       "detail": "If-Match is \"0\", but nothing is stored there.",
                 *       "instance": "urn:uuid:b4f5d8f0-2f0c-4b3e-9d0a-6f1c2f7e9a35",
                 *       "errors": [
                 *         {
                 *           "in": "header",
                 *           "name": "If-Match",
                 *           "detail": "is \"0\", but nothing is stored there"
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests. */
        TooManyRequests: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/problems/too-many-requests",
                 *       "title": "Too many requests",
                 *       "status": 429,
                 *       "detail": "Too many wrong keys came from this address.",
                 *       "instance": "urn:uuid:b4f5d8f0-2f0c-4b3e-9d0a-6f1c2f7e9a35",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Insufficient storage. */
        InsufficientStorage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/problems/insufficient-storage",
                 *       "title": "Insufficient storage",
                 *       "status": 507,
                 *       "detail": "There is no room left to write.",
                 *       "instance": "urn:uuid:b4f5d8f0-2f0c-4b3e-9d0a-6f1c2f7e9a35",
                 *       "errors": []
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description CSV file. */
        CSVFile: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "text/csv": string;
            };
        };
        /** @description NDJSON file. */
        NDJSONFile: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/x-ndjson": string;
            };
        };
        /** @description XLSX file. */
        XLSXFile: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
    };
    parameters: {
        /** @description Only of these articles. */
        ArticleParam: components["schemas"]["Id"][];
        /** @description How many items a page has at most; it has fewer where they would be over 4 MiB. Whether others follow, `page.next` tells. */
        LimitParam: number;
        /** @description Whether to count all items, as `page.total`. Leave it out where you need no number: counting takes time. */
        CountParam: components["schemas"]["CountMode"];
        /** @description Where to go on: `page.next` of the page before, with the same filters and order. */
        CursorParam: string;
        /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `kunjungan`. */
        ArticleQParam: string;
        /**
         * @description Only in these languages (BCP 47).
         * @example [
         *       "id"
         *     ]
         */
        ArticleLanguageParam: string[];
        /** @description Only articles of this address, as browsers show it or percent-encoded. */
        ArticleUrlParam: string;
        /** @description Only of this publisher. */
        ArticlePublisherParam: string;
        /** @description Only articles of the text with this SHA-256 (in UTF-8, hexadecimal). For example `421a0e4b3e394fa561cfceac2354afb7eae3f7471eef4e4fc550ce51e58a55fb`. */
        ArticleSha256Param: string;
        /** @description Only what may have been published on or after this day. */
        ArticleFromParam: string;
        /** @description Only what may have been published on or before this day. */
        ArticleToParam: string;
        /** @description Only the items with these ids. */
        ArticleIdsParam: components["schemas"]["Id"][];
        /** @description Leaves out what this filter would find, as `field:value`. */
        ArticleNotParam: string[];
        /** @description What the list is ordered by; `id` unless given. */
        ArticleSortParam: components["schemas"]["ArticleSort"];
        /** @description Direction of the order; `asc` unless given. */
        OrderParam: components["schemas"]["SortOrder"];
        /**
         * @description Id of the article.
         * @example putin-china-visit-2024
         */
        ArticleIdParam: components["schemas"]["Id"];
        /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `limit*`. */
        QuoteQParam: string;
        /**
         * @description Only of these kinds.
         * @example [
         *       "direct"
         *     ]
         */
        QuoteKindParam: components["schemas"]["QuoteKind"][];
        /** @description Only of this polarity. */
        PolarityParam: components["schemas"]["Polarity"][];
        /** @description Only by these actors. */
        QuoteSpeakerParam: components["schemas"]["Id"][];
        /** @description Only said at these events. */
        QuoteEventParam: components["schemas"]["Id"][];
        /** @description Only quotes with (`true`) or without (`false`) a source that the article gives no name. */
        QuoteUnnamedParam: boolean;
        /** @description Only what is reported within these quotes. */
        QuoteReportedInParam: components["schemas"]["Id"][];
        /** @description Only in these languages (BCP 47). */
        QuoteLanguageParam: string[];
        /** @description Only what may lie on or after this day. For example `2022-01-01`. */
        FromParam: string;
        /** @description Only what may lie on or before this day. For example `2025-12-31`. */
        ToParam: string;
        /** @description Only the items with these ids. */
        QuoteIdsParam: components["schemas"]["Id"][];
        /** @description Leaves out what this filter would find, as `field:value`. */
        QuoteNotParam: string[];
        /** @description What the list is ordered by; `position`, as the texts have it, unless given. */
        QuoteSortParam: components["schemas"]["QuoteSort"];
        /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `macron`. */
        ActorQParam: string;
        /**
         * @description Only of these kinds.
         * @example [
         *       "person"
         *     ]
         */
        ActorKindParam: components["schemas"]["ActorKind"][];
        /** @description Only who belongs to these actors. */
        ActorAffiliationParam: components["schemas"]["Id"][];
        /** @description Only with these Wikidata ids. */
        ActorWikidataParam: string[];
        /** @description Only the items with these ids. */
        ActorIdsParam: components["schemas"]["Id"][];
        /** @description Leaves out what this filter would find, as `field:value`. */
        ActorNotParam: string[];
        /** @description What the list is ordered by; `name` unless given. */
        ActorSortParam: components["schemas"]["ActorSort"];
        /**
         * @description Id of the actor.
         * @example vladimir-putin
         */
        ActorIdParam: components["schemas"]["Id"];
        /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `harbin`. */
        PlaceQParam: string;
        /**
         * @description Only of these kinds.
         * @example [
         *       "city"
         *     ]
         */
        PlaceKindParam: components["schemas"]["PlaceKind"][];
        /** @description Only directly within these places. */
        PlaceWithinParam: components["schemas"]["Id"][];
        /** @description Only with these Wikidata ids. */
        PlaceWikidataParam: string[];
        /** @description Only the items with these ids. */
        PlaceIdsParam: components["schemas"]["Id"][];
        /** @description Leaves out what this filter would find, as `field:value`. */
        PlaceNotParam: string[];
        /** @description What the list is ordered by; `name` unless given. */
        PlaceSortParam: components["schemas"]["PlaceSort"];
        /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `talks`. */
        EventQParam: string;
        /** @description Only of these kinds. */
        EventKindParam: components["schemas"]["EventKind"][];
        /** @description Only of this status. */
        EventStatusParam: components["schemas"]["EventStatus"][];
        /**
         * @description Only with these actors among the participants.
         * @example [
         *       "vladimir-putin"
         *     ]
         */
        EventParticipantParam: components["schemas"]["Id"][];
        /** @description Only at these places. */
        EventPlaceParam: components["schemas"]["Id"][];
        /** @description Only parts of these events. */
        EventPartOfParam: components["schemas"]["Id"][];
        /** @description Only the items with these ids. */
        EventIdsParam: components["schemas"]["Id"][];
        /** @description Leaves out what this filter would find, as `field:value`. */
        EventNotParam: string[];
        /** @description What the list is ordered by; `position`, as the texts have it, unless given. */
        EventSortParam: components["schemas"]["EventSort"];
        /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `"year of culture"`. */
        StatisticQParam: string;
        /** @description Only in these units (codes). */
        StatisticUnitParam: string[];
        /** @description Only with these comparators. */
        StatisticComparatorParam: components["schemas"]["Comparator"][];
        /**
         * @description Only about these actors.
         * @example [
         *       "china"
         *     ]
         */
        StatisticSubjectParam: components["schemas"]["Id"][];
        /** @description Only attributed to these actors. */
        StatisticSourceParam: components["schemas"]["Id"][];
        /** @description Only belonging to these events. */
        StatisticEventParam: components["schemas"]["Id"][];
        /** @description Only figures of at least this, in their own unit. For example `2000`. */
        StatisticMinParam: number;
        /** @description Only figures of at most this, in their own unit. For example `2100`. */
        StatisticMaxParam: number;
        /** @description Only the items with these ids. */
        StatisticIdsParam: components["schemas"]["Id"][];
        /** @description Leaves out what this filter would find, as `field:value`. */
        StatisticNotParam: string[];
        /** @description What the list is ordered by; `position`, as the texts have it, unless given. */
        StatisticSortParam: components["schemas"]["StatisticSort"];
        /** @description Only mentions that end behind this offset (code points). For example `0`. */
        MentionStartParam: number;
        /** @description Only mentions that start before this offset (code points). For example `2000`. */
        MentionEndParam: number;
        /** @description Only these words, verbatim. For example `invasi`. */
        MentionExactParam: string;
        /** @description Only in these roles. */
        MentionRoleParam: components["schemas"]["MentionRole"][];
        /**
         * @description Only of facts of these types.
         * @example [
         *       "event"
         *     ]
         */
        MentionFactTypeParam: components["schemas"]["FactType"][];
        /** @description Only of the facts with these ids. */
        MentionFactParam: components["schemas"]["Id"][];
        /** @description Leaves out what this filter would find, as `field:value`. */
        MentionNotParam: string[];
        /** @description What the list is ordered by; `position`, as the texts have it, unless given. */
        MentionSortParam: components["schemas"]["FactMentionSort"];
        /** @description The `ETag` of the bundle that you have read: if somebody has changed it, 412. For example `"8YRrXF2M0kWq7fJ3cB1nZtLsVx4"`. */
        IfMatchParam: string;
        /** @description Begin with a byte order mark, by which Excel knows that the file is UTF-8; `false` unless given. */
        BomParam: boolean;
    };
    requestBodies: never;
    headers: {
        /** @description Fingerprint of the answer; send it back as `If-None-Match`. */
        ETag: string;
        /** @description Related addresses (RFC 8288): of a list `first` and `next`, unless they are long; of an item `collection`. */
        Link: string;
        /** @description After how many seconds to try again. */
        RetryAfter: number;
    };
    pathItems: never;
}
export type Actor = components['schemas']['Actor'];
export type ActorCounts = components['schemas']['ActorCounts'];
export type ActorEntry = components['schemas']['ActorEntry'];
export type ActorFacet = components['schemas']['ActorFacet'];
export type ActorKind = components['schemas']['ActorKind'];
export type ActorPage = components['schemas']['ActorPage'];
export type ActorRef = components['schemas']['ActorRef'];
export type ActorSort = components['schemas']['ActorSort'];
export type Article = components['schemas']['Article'];
export type ArticleCounts = components['schemas']['ArticleCounts'];
export type ArticleEntry = components['schemas']['ArticleEntry'];
export type ArticleFacet = components['schemas']['ArticleFacet'];
export type ArticlePage = components['schemas']['ArticlePage'];
export type ArticleSort = components['schemas']['ArticleSort'];
export type ArticleSource = components['schemas']['ArticleSource'];
export type ArticleSourceEntry = components['schemas']['ArticleSourceEntry'];
export type Bundle = components['schemas']['Bundle'];
export type Change = components['schemas']['Change'];
export type ChangeKind = components['schemas']['ChangeKind'];
export type ChangePage = components['schemas']['ChangePage'];
export type Comparator = components['schemas']['Comparator'];
export type Connection = components['schemas']['Connection'];
export type ConnectionPage = components['schemas']['ConnectionPage'];
export type ConnectionRoles = components['schemas']['ConnectionRoles'];
export type CountMode = components['schemas']['CountMode'];
export type DatedType = components['schemas']['DatedType'];
export type ErrorDetail = components['schemas']['ErrorDetail'];
export type ErrorLocation = components['schemas']['ErrorLocation'];
export type Event = components['schemas']['Event'];
export type EventEntry = components['schemas']['EventEntry'];
export type EventFacet = components['schemas']['EventFacet'];
export type EventKind = components['schemas']['EventKind'];
export type EventPage = components['schemas']['EventPage'];
export type EventRef = components['schemas']['EventRef'];
export type EventSort = components['schemas']['EventSort'];
export type EventStatus = components['schemas']['EventStatus'];
export type FacetCount = components['schemas']['FacetCount'];
export type Facets = components['schemas']['Facets'];
export type FactMention = components['schemas']['FactMention'];
export type FactMentionFacet = components['schemas']['FactMentionFacet'];
export type FactMentionPage = components['schemas']['FactMentionPage'];
export type FactMentionSort = components['schemas']['FactMentionSort'];
export type FactType = components['schemas']['FactType'];
export type FingerprintComparison = components['schemas']['FingerprintComparison'];
export type Highlight = components['schemas']['Highlight'];
export type HitType = components['schemas']['HitType'];
export type Id = components['schemas']['Id'];
export type Interval = components['schemas']['Interval'];
export type IntervalCount = components['schemas']['IntervalCount'];
export type LinkedData = components['schemas']['LinkedData'];
export type LinkedNode = components['schemas']['LinkedNode'];
export type LocalizedText = components['schemas']['LocalizedText'];
export type Mention = components['schemas']['Mention'];
export type MentionEntry = components['schemas']['MentionEntry'];
export type MentionMismatch = components['schemas']['MentionMismatch'];
export type MentionRole = components['schemas']['MentionRole'];
export type MovedMention = components['schemas']['MovedMention'];
export type Notice = components['schemas']['Notice'];
export type NoticeKind = components['schemas']['NoticeKind'];
export type PageInfo = components['schemas']['PageInfo'];
export type Participant = components['schemas']['Participant'];
export type ParticipantEntry = components['schemas']['ParticipantEntry'];
export type ParticipantRole = components['schemas']['ParticipantRole'];
export type Period = components['schemas']['Period'];
export type PeriodBasis = components['schemas']['PeriodBasis'];
export type PeriodEntry = components['schemas']['PeriodEntry'];
export type Place = components['schemas']['Place'];
export type PlaceEntry = components['schemas']['PlaceEntry'];
export type PlaceFacet = components['schemas']['PlaceFacet'];
export type PlaceKind = components['schemas']['PlaceKind'];
export type PlacePage = components['schemas']['PlacePage'];
export type PlaceRef = components['schemas']['PlaceRef'];
export type PlaceSort = components['schemas']['PlaceSort'];
export type Polarity = components['schemas']['Polarity'];
export type Problem = components['schemas']['Problem'];
export type Quote = components['schemas']['Quote'];
export type QuoteEntry = components['schemas']['QuoteEntry'];
export type QuoteFacet = components['schemas']['QuoteFacet'];
export type QuoteKind = components['schemas']['QuoteKind'];
export type QuotePage = components['schemas']['QuotePage'];
export type QuoteRef = components['schemas']['QuoteRef'];
export type QuoteSort = components['schemas']['QuoteSort'];
export type Ranking = components['schemas']['Ranking'];
export type SearchHit = components['schemas']['SearchHit'];
export type SearchHitFacet = components['schemas']['SearchHitFacet'];
export type SearchPage = components['schemas']['SearchPage'];
export type Snippet = components['schemas']['Snippet'];
export type SortOrder = components['schemas']['SortOrder'];
export type Statistic = components['schemas']['Statistic'];
export type StatisticEntry = components['schemas']['StatisticEntry'];
export type StatisticFacet = components['schemas']['StatisticFacet'];
export type StatisticPage = components['schemas']['StatisticPage'];
export type StatisticSort = components['schemas']['StatisticSort'];
export type StoredBundle = components['schemas']['StoredBundle'];
export type TextDifference = components['schemas']['TextDifference'];
export type TextFingerprint = components['schemas']['TextFingerprint'];
export type TextPlace = components['schemas']['TextPlace'];
export type TextRepair = components['schemas']['TextRepair'];
export type Timeline = components['schemas']['Timeline'];
export type Translation = components['schemas']['Translation'];
export type TranslationOrigin = components['schemas']['TranslationOrigin'];
export type UndecidedMention = components['schemas']['UndecidedMention'];
export type Unit = components['schemas']['Unit'];
export type Verification = components['schemas']['Verification'];
export type VerificationRequest = components['schemas']['VerificationRequest'];
export type ResponseNotModified = components['responses']['NotModified'];
export type ResponseInvalidParameter = components['responses']['InvalidParameter'];
export type ResponseCursorGone = components['responses']['CursorGone'];
export type ResponseInternalError = components['responses']['InternalError'];
export type ResponseServiceUnavailable = components['responses']['ServiceUnavailable'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseInvalidParameterInvalidBody = components['responses']['InvalidParameterInvalidBody'];
export type ResponseBodyTooLarge = components['responses']['BodyTooLarge'];
export type ResponseUnsupportedMediaType = components['responses']['UnsupportedMediaType'];
export type ResponseStored = components['responses']['Stored'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseReadOnly = components['responses']['ReadOnly'];
export type ResponsePreconditionFailed = components['responses']['PreconditionFailed'];
export type ResponseTooManyRequests = components['responses']['TooManyRequests'];
export type ResponseInsufficientStorage = components['responses']['InsufficientStorage'];
export type ResponseCsvFile = components['responses']['CSVFile'];
export type ResponseNdjsonFile = components['responses']['NDJSONFile'];
export type ResponseXlsxFile = components['responses']['XLSXFile'];
export type ParameterArticleParam = components['parameters']['ArticleParam'];
export type ParameterLimitParam = components['parameters']['LimitParam'];
export type ParameterCountParam = components['parameters']['CountParam'];
export type ParameterCursorParam = components['parameters']['CursorParam'];
export type ParameterArticleQParam = components['parameters']['ArticleQParam'];
export type ParameterArticleLanguageParam = components['parameters']['ArticleLanguageParam'];
export type ParameterArticleUrlParam = components['parameters']['ArticleUrlParam'];
export type ParameterArticlePublisherParam = components['parameters']['ArticlePublisherParam'];
export type ParameterArticleSha256Param = components['parameters']['ArticleSha256Param'];
export type ParameterArticleFromParam = components['parameters']['ArticleFromParam'];
export type ParameterArticleToParam = components['parameters']['ArticleToParam'];
export type ParameterArticleIdsParam = components['parameters']['ArticleIdsParam'];
export type ParameterArticleNotParam = components['parameters']['ArticleNotParam'];
export type ParameterArticleSortParam = components['parameters']['ArticleSortParam'];
export type ParameterOrderParam = components['parameters']['OrderParam'];
export type ParameterArticleIdParam = components['parameters']['ArticleIdParam'];
export type ParameterQuoteQParam = components['parameters']['QuoteQParam'];
export type ParameterQuoteKindParam = components['parameters']['QuoteKindParam'];
export type ParameterPolarityParam = components['parameters']['PolarityParam'];
export type ParameterQuoteSpeakerParam = components['parameters']['QuoteSpeakerParam'];
export type ParameterQuoteEventParam = components['parameters']['QuoteEventParam'];
export type ParameterQuoteUnnamedParam = components['parameters']['QuoteUnnamedParam'];
export type ParameterQuoteReportedInParam = components['parameters']['QuoteReportedInParam'];
export type ParameterQuoteLanguageParam = components['parameters']['QuoteLanguageParam'];
export type ParameterFromParam = components['parameters']['FromParam'];
export type ParameterToParam = components['parameters']['ToParam'];
export type ParameterQuoteIdsParam = components['parameters']['QuoteIdsParam'];
export type ParameterQuoteNotParam = components['parameters']['QuoteNotParam'];
export type ParameterQuoteSortParam = components['parameters']['QuoteSortParam'];
export type ParameterActorQParam = components['parameters']['ActorQParam'];
export type ParameterActorKindParam = components['parameters']['ActorKindParam'];
export type ParameterActorAffiliationParam = components['parameters']['ActorAffiliationParam'];
export type ParameterActorWikidataParam = components['parameters']['ActorWikidataParam'];
export type ParameterActorIdsParam = components['parameters']['ActorIdsParam'];
export type ParameterActorNotParam = components['parameters']['ActorNotParam'];
export type ParameterActorSortParam = components['parameters']['ActorSortParam'];
export type ParameterActorIdParam = components['parameters']['ActorIdParam'];
export type ParameterPlaceQParam = components['parameters']['PlaceQParam'];
export type ParameterPlaceKindParam = components['parameters']['PlaceKindParam'];
export type ParameterPlaceWithinParam = components['parameters']['PlaceWithinParam'];
export type ParameterPlaceWikidataParam = components['parameters']['PlaceWikidataParam'];
export type ParameterPlaceIdsParam = components['parameters']['PlaceIdsParam'];
export type ParameterPlaceNotParam = components['parameters']['PlaceNotParam'];
export type ParameterPlaceSortParam = components['parameters']['PlaceSortParam'];
export type ParameterEventQParam = components['parameters']['EventQParam'];
export type ParameterEventKindParam = components['parameters']['EventKindParam'];
export type ParameterEventStatusParam = components['parameters']['EventStatusParam'];
export type ParameterEventParticipantParam = components['parameters']['EventParticipantParam'];
export type ParameterEventPlaceParam = components['parameters']['EventPlaceParam'];
export type ParameterEventPartOfParam = components['parameters']['EventPartOfParam'];
export type ParameterEventIdsParam = components['parameters']['EventIdsParam'];
export type ParameterEventNotParam = components['parameters']['EventNotParam'];
export type ParameterEventSortParam = components['parameters']['EventSortParam'];
export type ParameterStatisticQParam = components['parameters']['StatisticQParam'];
export type ParameterStatisticUnitParam = components['parameters']['StatisticUnitParam'];
export type ParameterStatisticComparatorParam = components['parameters']['StatisticComparatorParam'];
export type ParameterStatisticSubjectParam = components['parameters']['StatisticSubjectParam'];
export type ParameterStatisticSourceParam = components['parameters']['StatisticSourceParam'];
export type ParameterStatisticEventParam = components['parameters']['StatisticEventParam'];
export type ParameterStatisticMinParam = components['parameters']['StatisticMinParam'];
export type ParameterStatisticMaxParam = components['parameters']['StatisticMaxParam'];
export type ParameterStatisticIdsParam = components['parameters']['StatisticIdsParam'];
export type ParameterStatisticNotParam = components['parameters']['StatisticNotParam'];
export type ParameterStatisticSortParam = components['parameters']['StatisticSortParam'];
export type ParameterMentionStartParam = components['parameters']['MentionStartParam'];
export type ParameterMentionEndParam = components['parameters']['MentionEndParam'];
export type ParameterMentionExactParam = components['parameters']['MentionExactParam'];
export type ParameterMentionRoleParam = components['parameters']['MentionRoleParam'];
export type ParameterMentionFactTypeParam = components['parameters']['MentionFactTypeParam'];
export type ParameterMentionFactParam = components['parameters']['MentionFactParam'];
export type ParameterMentionNotParam = components['parameters']['MentionNotParam'];
export type ParameterMentionSortParam = components['parameters']['MentionSortParam'];
export type ParameterIfMatchParam = components['parameters']['IfMatchParam'];
export type ParameterBomParam = components['parameters']['BomParam'];
export type HeaderETag = components['headers']['ETag'];
export type HeaderLink = components['headers']['Link'];
export type HeaderRetryAfter = components['headers']['RetryAfter'];
export type $defs = Record<string, never>;
export interface operations {
    searchFacts: {
        parameters: {
            query: {
                /**
                 * @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count.
                 * @example limit*
                 */
                q: string;
                /** @description Only of these types. */
                type?: components["schemas"]["HitType"][];
                /** @description Only of these articles. */
                article?: components["parameters"]["ArticleParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: string[];
                /** @description How many items a page has at most; it has fewer where they would be over 4 MiB. Whether others follow, `page.next` tells. */
                limit?: components["parameters"]["LimitParam"];
                /** @description Whether to count all items, as `page.total`. Leave it out where you need no number: counting takes time. */
                count?: components["parameters"]["CountParam"];
                /** @description Where to go on: `page.next` of the page before, with the same filters and order. */
                cursor?: components["parameters"]["CursorParam"];
                /** @description Fields whose values to count among all items: the 100 most frequent. */
                facets?: components["schemas"]["SearchHitFacet"][];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of hits. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "type": "event",
                     *           "id": "china-russia-no-limits-partnership-declaration-2022",
                     *           "article": "putin-china-visit-2024",
                     *           "title": {
                     *             "id": "China dan Rusia menyatakan kemitraan “tanpa batas”",
                     *             "en": "China and Russia declare a “no limits” partnership"
                     *           },
                     *           "snippet": {
                     *             "text": "China and Russia declare a “no limits” partnership",
                     *             "highlights": [
                     *               {
                     *                 "start": 31,
                     *                 "end": 37
                     *               }
                     *             ]
                     *           },
                     *           "score": 3.6563
                     *         }
                     *       ],
                     *       "page": {
                     *         "limit": 1,
                     *         "next": "Q0M2aGs0VkxbIng1Mk9YQTAzIiwicTVBV053ckMiLDEsInE1QVdOd3JDIiwzLjY1NjMsImV2ZW50IiwiY2hpbmEtcnVzc2lhLW5vLWxpbWl0cy1wYXJ0bmVyc2hpcC1kZWNsYXJhdGlvbi0yMDIyIl0",
                     *         "total": 2,
                     *         "complete": true,
                     *         "hint": null
                     *       },
                     *       "facets": {
                     *         "type": [
                     *           {
                     *             "value": "event",
                     *             "count": 2
                     *           }
                     *         ]
                     *       },
                     *       "ranking": {
                     *         "considered": 2,
                     *         "complete": true
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SearchPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            410: components["responses"]["CursorGone"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listArticles: {
        parameters: {
            query?: {
                /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `kunjungan`. */
                q?: components["parameters"]["ArticleQParam"];
                /**
                 * @description Only in these languages (BCP 47).
                 * @example [
                 *       "id"
                 *     ]
                 */
                language?: components["parameters"]["ArticleLanguageParam"];
                /** @description Only articles of this address, as browsers show it or percent-encoded. */
                url?: components["parameters"]["ArticleUrlParam"];
                /** @description Only of this publisher. */
                publisher?: components["parameters"]["ArticlePublisherParam"];
                /** @description Only articles of the text with this SHA-256 (in UTF-8, hexadecimal). For example `421a0e4b3e394fa561cfceac2354afb7eae3f7471eef4e4fc550ce51e58a55fb`. */
                sha256?: components["parameters"]["ArticleSha256Param"];
                /** @description Only what may have been published on or after this day. */
                from?: components["parameters"]["ArticleFromParam"];
                /** @description Only what may have been published on or before this day. */
                to?: components["parameters"]["ArticleToParam"];
                /** @description Only the items with these ids. */
                id?: components["parameters"]["ArticleIdsParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: components["parameters"]["ArticleNotParam"];
                /** @description What the list is ordered by; `id` unless given. */
                sort?: components["parameters"]["ArticleSortParam"];
                /** @description Direction of the order; `asc` unless given. */
                order?: components["parameters"]["OrderParam"];
                /** @description How many items a page has at most; it has fewer where they would be over 4 MiB. Whether others follow, `page.next` tells. */
                limit?: components["parameters"]["LimitParam"];
                /** @description Whether to count all items, as `page.total`. Leave it out where you need no number: counting takes time. */
                count?: components["parameters"]["CountParam"];
                /** @description Where to go on: `page.next` of the page before, with the same filters and order. */
                cursor?: components["parameters"]["CursorParam"];
                /** @description Fields whose values to count among all items: the 100 most frequent. */
                facets?: components["schemas"]["ArticleFacet"][];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of articles. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "putin-china-visit-2024",
                     *           "language": "id",
                     *           "title": {
                     *             "id": "Rencana kunjungan Putin ke China dan kemitraan kedua negara",
                     *             "en": "Putin’s planned visit to China and the two countries’ partnership"
                     *           },
                     *           "description": {
                     *             "id": "Acara yang diumumkan untuk lawatan Putin ke China, latar kemitraan kedua negara, serta tekanan Barat, sanksi dan gangguan pembayaran yang menyertainya.",
                     *             "en": "What has been announced for Putin’s trip to China, the background of the two countries’ partnership, and the Western pressure, sanctions and payment trouble around it."
                     *           },
                     *           "source": {
                     *             "headline": null,
                     *             "byline": null,
                     *             "publisher": null,
                     *             "published": null,
                     *             "url": null
                     *           },
                     *           "text": {
                     *             "sha256": "421a0e4b3e394fa561cfceac2354afb7eae3f7471eef4e4fc550ce51e58a55fb",
                     *             "length": 3296
                     *           },
                     *           "counts": {
                     *             "quotes": 15,
                     *             "actors": 24,
                     *             "places": 13,
                     *             "events": 49,
                     *             "statistics": 10,
                     *             "mentions": 185
                     *           },
                     *           "modified": "2024-05-20T09:00:00.000Z",
                     *           "revision": 1
                     *         }
                     *       ],
                     *       "page": {
                     *         "limit": 1,
                     *         "next": null,
                     *         "total": 1,
                     *         "complete": true,
                     *         "hint": null
                     *       },
                     *       "facets": {
                     *         "language": [
                     *           {
                     *             "value": "id",
                     *             "count": 1
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ArticlePage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            410: components["responses"]["CursorGone"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the article.
                 * @example putin-china-visit-2024
                 */
                article: components["parameters"]["ArticleIdParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The article. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "putin-china-visit-2024",
                     *       "language": "id",
                     *       "title": {
                     *         "id": "Rencana kunjungan Putin ke China dan kemitraan kedua negara",
                     *         "en": "Putin’s planned visit to China and the two countries’ partnership"
                     *       },
                     *       "description": {
                     *         "id": "Acara yang diumumkan untuk lawatan Putin ke China, latar kemitraan kedua negara, serta tekanan Barat, sanksi dan gangguan pembayaran yang menyertainya.",
                     *         "en": "What has been announced for Putin’s trip to China, the background of the two countries’ partnership, and the Western pressure, sanctions and payment trouble around it."
                     *       },
                     *       "source": {
                     *         "headline": null,
                     *         "byline": null,
                     *         "publisher": null,
                     *         "published": null,
                     *         "url": null
                     *       },
                     *       "text": {
                     *         "sha256": "421a0e4b3e394fa561cfceac2354afb7eae3f7471eef4e4fc550ce51e58a55fb",
                     *         "length": 3296
                     *       },
                     *       "counts": {
                     *         "quotes": 15,
                     *         "actors": 24,
                     *         "places": 13,
                     *         "events": 49,
                     *         "statistics": 10,
                     *         "mentions": 185
                     *       },
                     *       "modified": "2024-05-20T09:00:00.000Z",
                     *       "revision": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Article"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listQuotes: {
        parameters: {
            query?: {
                /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `limit*`. */
                q?: components["parameters"]["QuoteQParam"];
                /** @description Only of these articles. */
                article?: components["parameters"]["ArticleParam"];
                /**
                 * @description Only of these kinds.
                 * @example [
                 *       "direct"
                 *     ]
                 */
                kind?: components["parameters"]["QuoteKindParam"];
                /** @description Only of this polarity. */
                polarity?: components["parameters"]["PolarityParam"];
                /** @description Only by these actors. */
                speaker?: components["parameters"]["QuoteSpeakerParam"];
                /** @description Only said at these events. */
                event?: components["parameters"]["QuoteEventParam"];
                /** @description Only quotes with (`true`) or without (`false`) a source that the article gives no name. */
                unnamed?: components["parameters"]["QuoteUnnamedParam"];
                /** @description Only what is reported within these quotes. */
                reportedIn?: components["parameters"]["QuoteReportedInParam"];
                /** @description Only in these languages (BCP 47). */
                language?: components["parameters"]["QuoteLanguageParam"];
                /** @description Only what may lie on or after this day. For example `2022-01-01`. */
                from?: components["parameters"]["FromParam"];
                /** @description Only what may lie on or before this day. For example `2025-12-31`. */
                to?: components["parameters"]["ToParam"];
                /** @description Only the items with these ids. */
                id?: components["parameters"]["QuoteIdsParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: components["parameters"]["QuoteNotParam"];
                /** @description What the list is ordered by; `position`, as the texts have it, unless given. */
                sort?: components["parameters"]["QuoteSortParam"];
                /** @description Direction of the order; `asc` unless given. */
                order?: components["parameters"]["OrderParam"];
                /** @description How many items a page has at most; it has fewer where they would be over 4 MiB. Whether others follow, `page.next` tells. */
                limit?: components["parameters"]["LimitParam"];
                /** @description Whether to count all items, as `page.total`. Leave it out where you need no number: counting takes time. */
                count?: components["parameters"]["CountParam"];
                /** @description Where to go on: `page.next` of the page before, with the same filters and order. */
                cursor?: components["parameters"]["CursorParam"];
                /** @description Fields whose values to count among all items: the 100 most frequent. */
                facets?: components["schemas"]["QuoteFacet"][];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of quotes. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "china-russia-declare-no-limits-partnership-2022",
                     *           "article": "putin-china-visit-2024",
                     *           "kind": "direct",
                     *           "polarity": "affirmed",
                     *           "text": "tanpa batas",
                     *           "verbatim": [],
                     *           "language": "id",
                     *           "translation": {
                     *             "language": "en",
                     *             "text": "no limits",
                     *             "origin": "editorial"
                     *           },
                     *           "speakers": [
                     *             {
                     *               "id": "china",
                     *               "kind": "country",
                     *               "name": {
                     *                 "id": "China",
                     *                 "en": "China"
                     *               }
                     *             },
                     *             {
                     *               "id": "russia",
                     *               "kind": "country",
                     *               "name": {
                     *                 "id": "Rusia",
                     *                 "en": "Russia"
                     *               }
                     *             }
                     *           ],
                     *           "unnamedSpeaker": null,
                     *           "verb": "menyatakan",
                     *           "date": {
                     *             "edtf": "[2022-01,2022-02]",
                     *             "earliest": "2022-01-01",
                     *             "latest": "2022-02-28",
                     *             "basis": "inferred",
                     *             "expression": "menjelang upacara pembukaan",
                     *             "note": "During the stay less than three weeks before a day in February 2022, so in January or February 2022."
                     *           },
                     *           "event": {
                     *             "id": "china-russia-no-limits-partnership-declaration-2022",
                     *             "kind": "statement",
                     *             "name": {
                     *               "id": "China dan Rusia menyatakan kemitraan “tanpa batas”",
                     *               "en": "China and Russia declare a “no limits” partnership"
                     *             }
                     *           },
                     *           "reportedIn": null,
                     *           "mentions": [
                     *             {
                     *               "start": 2924,
                     *               "end": 2941,
                     *               "exact": "kedua belah pihak",
                     *               "role": "source",
                     *               "continues": false
                     *             },
                     *             {
                     *               "start": 2942,
                     *               "end": 2952,
                     *               "exact": "menyatakan",
                     *               "role": "cue",
                     *               "continues": false
                     *             },
                     *             {
                     *               "start": 2964,
                     *               "end": 2975,
                     *               "exact": "tanpa batas",
                     *               "role": "content",
                     *               "continues": false
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "page": {
                     *         "limit": 1,
                     *         "next": null,
                     *         "total": 1,
                     *         "complete": true,
                     *         "hint": null
                     *       },
                     *       "facets": {
                     *         "kind": [
                     *           {
                     *             "value": "direct",
                     *             "count": 1
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["QuotePage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            410: components["responses"]["CursorGone"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getQuote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the quote.
                 * @example wang-wenbin-smooth-stable-china-russia-relations-2024
                 */
                quote: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The quote. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "wang-wenbin-smooth-stable-china-russia-relations-2024",
                     *       "article": "putin-china-visit-2024",
                     *       "kind": "direct",
                     *       "polarity": "affirmed",
                     *       "text": "memastikan perkembangan hubungan China-Rusia yang lancar dan stabil",
                     *       "verbatim": [],
                     *       "language": "id",
                     *       "translation": {
                     *         "language": "en",
                     *         "text": "ensured the smooth and stable development of China-Russia relations",
                     *         "origin": "editorial"
                     *       },
                     *       "speakers": [
                     *         {
                     *           "id": "wang-wenbin",
                     *           "kind": "person",
                     *           "name": {
                     *             "id": "Wang Wenbin",
                     *             "en": "Wang Wenbin"
                     *           }
                     *         }
                     *       ],
                     *       "unnamedSpeaker": null,
                     *       "verb": "kata",
                     *       "date": {
                     *         "edtf": null,
                     *         "earliest": null,
                     *         "latest": null,
                     *         "basis": null,
                     *         "expression": "Senin",
                     *         "note": null
                     *       },
                     *       "event": {
                     *         "id": "wang-wenbin-remark-on-china-russia-relations-2024",
                     *         "kind": "statement",
                     *         "name": {
                     *           "id": "Pernyataan Wang Wenbin tentang hubungan China dan Rusia",
                     *           "en": "Wang Wenbin’s remark on China-Russia relations"
                     *         }
                     *       },
                     *       "reportedIn": null,
                     *       "mentions": [
                     *         {
                     *           "start": 3033,
                     *           "end": 3100,
                     *           "exact": "memastikan perkembangan hubungan China-Rusia yang lancar dan stabil",
                     *           "role": "content",
                     *           "continues": false
                     *         },
                     *         {
                     *           "start": 3103,
                     *           "end": 3107,
                     *           "exact": "kata",
                     *           "role": "cue",
                     *           "continues": false
                     *         },
                     *         {
                     *           "start": 3108,
                     *           "end": 3161,
                     *           "exact": "juru bicara kementerian luar negeri China Wang Wenbin",
                     *           "role": "source",
                     *           "continues": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Quote"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listActors: {
        parameters: {
            query?: {
                /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `macron`. */
                q?: components["parameters"]["ActorQParam"];
                /** @description Only of these articles. */
                article?: components["parameters"]["ArticleParam"];
                /**
                 * @description Only of these kinds.
                 * @example [
                 *       "person"
                 *     ]
                 */
                kind?: components["parameters"]["ActorKindParam"];
                /** @description Only who belongs to these actors. */
                affiliation?: components["parameters"]["ActorAffiliationParam"];
                /** @description Only with these Wikidata ids. */
                wikidata?: components["parameters"]["ActorWikidataParam"];
                /** @description Only the items with these ids. */
                id?: components["parameters"]["ActorIdsParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: components["parameters"]["ActorNotParam"];
                /** @description What the list is ordered by; `name` unless given. */
                sort?: components["parameters"]["ActorSortParam"];
                /** @description Direction of the order; `asc` unless given. */
                order?: components["parameters"]["OrderParam"];
                /** @description How many items a page has at most; it has fewer where they would be over 4 MiB. Whether others follow, `page.next` tells. */
                limit?: components["parameters"]["LimitParam"];
                /** @description Whether to count all items, as `page.total`. Leave it out where you need no number: counting takes time. */
                count?: components["parameters"]["CountParam"];
                /** @description Where to go on: `page.next` of the page before, with the same filters and order. */
                cursor?: components["parameters"]["CursorParam"];
                /** @description Fields whose values to count among all items: the 100 most frequent. */
                facets?: components["schemas"]["ActorFacet"][];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of actors. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "emmanuel-macron",
                     *           "kind": "person",
                     *           "name": {
                     *             "id": "Emmanuel Macron",
                     *             "en": "Emmanuel Macron"
                     *           },
                     *           "aliases": [],
                     *           "description": null,
                     *           "roles": [
                     *             {
                     *               "id": "Presiden Prancis",
                     *               "en": "President of France"
                     *             }
                     *           ],
                     *           "affiliations": [
                     *             {
                     *               "id": "france",
                     *               "kind": "country",
                     *               "name": {
                     *                 "id": "Prancis",
                     *                 "en": "France"
                     *               }
                     *             }
                     *           ],
                     *           "wikidata": "Q3052772",
                     *           "counts": {
                     *             "articles": 1,
                     *             "quotes": 0,
                     *             "events": 1,
                     *             "statistics": 0,
                     *             "mentions": 1
                     *           }
                     *         }
                     *       ],
                     *       "page": {
                     *         "limit": 1,
                     *         "next": null,
                     *         "total": 1,
                     *         "complete": true,
                     *         "hint": null
                     *       },
                     *       "facets": {
                     *         "kind": [
                     *           {
                     *             "value": "person",
                     *             "count": 1
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ActorPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            410: components["responses"]["CursorGone"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getActor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the actor.
                 * @example vladimir-putin
                 */
                actor: components["parameters"]["ActorIdParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The actor. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "vladimir-putin",
                     *       "kind": "person",
                     *       "name": {
                     *         "id": "Vladimir Putin",
                     *         "en": "Vladimir Putin"
                     *       },
                     *       "aliases": [
                     *         "Putin"
                     *       ],
                     *       "description": null,
                     *       "roles": [],
                     *       "affiliations": [],
                     *       "wikidata": "Q7747",
                     *       "counts": {
                     *         "articles": 1,
                     *         "quotes": 0,
                     *         "events": 16,
                     *         "statistics": 3,
                     *         "mentions": 5
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Actor"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listPlaces: {
        parameters: {
            query?: {
                /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `harbin`. */
                q?: components["parameters"]["PlaceQParam"];
                /** @description Only of these articles. */
                article?: components["parameters"]["ArticleParam"];
                /**
                 * @description Only of these kinds.
                 * @example [
                 *       "city"
                 *     ]
                 */
                kind?: components["parameters"]["PlaceKindParam"];
                /** @description Only directly within these places. */
                within?: components["parameters"]["PlaceWithinParam"];
                /** @description Only with these Wikidata ids. */
                wikidata?: components["parameters"]["PlaceWikidataParam"];
                /** @description Only the items with these ids. */
                id?: components["parameters"]["PlaceIdsParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: components["parameters"]["PlaceNotParam"];
                /** @description What the list is ordered by; `name` unless given. */
                sort?: components["parameters"]["PlaceSortParam"];
                /** @description Direction of the order; `asc` unless given. */
                order?: components["parameters"]["OrderParam"];
                /** @description How many items a page has at most; it has fewer where they would be over 4 MiB. Whether others follow, `page.next` tells. */
                limit?: components["parameters"]["LimitParam"];
                /** @description Whether to count all items, as `page.total`. Leave it out where you need no number: counting takes time. */
                count?: components["parameters"]["CountParam"];
                /** @description Where to go on: `page.next` of the page before, with the same filters and order. */
                cursor?: components["parameters"]["CursorParam"];
                /** @description Fields whose values to count among all items: the 100 most frequent. */
                facets?: components["schemas"]["PlaceFacet"][];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of places. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "harbin",
                     *           "kind": "city",
                     *           "name": {
                     *             "id": "Harbin",
                     *             "en": "Harbin"
                     *           },
                     *           "within": {
                     *             "id": "heilongjiang",
                     *             "kind": "province",
                     *             "name": {
                     *               "id": "Heilongjiang",
                     *               "en": "Heilongjiang"
                     *             }
                     *           },
                     *           "wikidata": "Q42956",
                     *           "latitude": 45.76,
                     *           "longitude": 126.64
                     *         }
                     *       ],
                     *       "page": {
                     *         "limit": 1,
                     *         "next": null,
                     *         "total": 1,
                     *         "complete": true,
                     *         "hint": null
                     *       },
                     *       "facets": {
                     *         "kind": [
                     *           {
                     *             "value": "city",
                     *             "count": 1
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PlacePage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            410: components["responses"]["CursorGone"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getPlace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the place.
                 * @example harbin
                 */
                place: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The place. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "harbin",
                     *       "kind": "city",
                     *       "name": {
                     *         "id": "Harbin",
                     *         "en": "Harbin"
                     *       },
                     *       "within": {
                     *         "id": "heilongjiang",
                     *         "kind": "province",
                     *         "name": {
                     *           "id": "Heilongjiang",
                     *           "en": "Heilongjiang"
                     *         }
                     *       },
                     *       "wikidata": "Q42956",
                     *       "latitude": 45.76,
                     *       "longitude": 126.64
                     *     }
                     */
                    "application/json": components["schemas"]["Place"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `talks`. */
                q?: components["parameters"]["EventQParam"];
                /** @description Only of these articles. */
                article?: components["parameters"]["ArticleParam"];
                /** @description Only of these kinds. */
                kind?: components["parameters"]["EventKindParam"];
                /** @description Only of this status. */
                status?: components["parameters"]["EventStatusParam"];
                /** @description Only of this polarity. */
                polarity?: components["parameters"]["PolarityParam"];
                /**
                 * @description Only with these actors among the participants.
                 * @example [
                 *       "vladimir-putin"
                 *     ]
                 */
                participant?: components["parameters"]["EventParticipantParam"];
                /** @description Only at these places. */
                place?: components["parameters"]["EventPlaceParam"];
                /** @description Only parts of these events. */
                partOf?: components["parameters"]["EventPartOfParam"];
                /** @description Only what may lie on or after this day. For example `2022-01-01`. */
                from?: components["parameters"]["FromParam"];
                /** @description Only what may lie on or before this day. For example `2025-12-31`. */
                to?: components["parameters"]["ToParam"];
                /** @description Only the items with these ids. */
                id?: components["parameters"]["EventIdsParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: components["parameters"]["EventNotParam"];
                /** @description What the list is ordered by; `position`, as the texts have it, unless given. */
                sort?: components["parameters"]["EventSortParam"];
                /** @description Direction of the order; `asc` unless given. */
                order?: components["parameters"]["OrderParam"];
                /** @description How many items a page has at most; it has fewer where they would be over 4 MiB. Whether others follow, `page.next` tells. */
                limit?: components["parameters"]["LimitParam"];
                /** @description Whether to count all items, as `page.total`. Leave it out where you need no number: counting takes time. */
                count?: components["parameters"]["CountParam"];
                /** @description Where to go on: `page.next` of the page before, with the same filters and order. */
                cursor?: components["parameters"]["CursorParam"];
                /** @description Fields whose values to count among all items: the 100 most frequent. */
                facets?: components["schemas"]["EventFacet"][];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "putin-xi-talks-before-winter-olympics-2022",
                     *           "article": "putin-china-visit-2024",
                     *           "kind": "meeting",
                     *           "status": "occurred",
                     *           "polarity": "affirmed",
                     *           "title": {
                     *             "id": "Pembicaraan Putin dan Xi sebelum Olimpiade dibuka",
                     *             "en": "Putin-Xi talks before the Olympics opened"
                     *           },
                     *           "description": null,
                     *           "date": {
                     *             "edtf": "[2022-01,2022-02]",
                     *             "earliest": "2022-01-01",
                     *             "latest": "2022-02-28",
                     *             "basis": "inferred",
                     *             "expression": "menjelang upacara pembukaan",
                     *             "note": "During the stay less than three weeks before a day in February 2022, so in January or February 2022."
                     *           },
                     *           "place": {
                     *             "id": "beijing",
                     *             "kind": "city",
                     *             "name": {
                     *               "id": "Beijing",
                     *               "en": "Beijing"
                     *             }
                     *           },
                     *           "participants": [
                     *             {
                     *               "actor": {
                     *                 "id": "vladimir-putin",
                     *                 "kind": "person",
                     *                 "name": {
                     *                   "id": "Vladimir Putin",
                     *                   "en": "Vladimir Putin"
                     *                 }
                     *               },
                     *               "role": "counterpart"
                     *             },
                     *             {
                     *               "actor": {
                     *                 "id": "xi-jinping",
                     *                 "kind": "person",
                     *                 "name": {
                     *                   "id": "Xi Jinping",
                     *                   "en": "Xi Jinping"
                     *                 }
                     *               },
                     *               "role": "counterpart"
                     *             }
                     *           ],
                     *           "partOf": {
                     *             "id": "putin-beijing-winter-olympics-visit-2022",
                     *             "kind": "visit",
                     *             "name": {
                     *               "id": "Putin di Beijing sebagai tamu Olimpiade Musim Dingin",
                     *               "en": "Putin in Beijing as a guest of the Winter Olympics"
                     *             }
                     *           },
                     *           "mentions": [
                     *             {
                     *               "start": 2873,
                     *               "end": 2884,
                     *               "exact": "pembicaraan",
                     *               "role": "content",
                     *               "continues": false
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "page": {
                     *         "limit": 1,
                     *         "next": null,
                     *         "total": 1,
                     *         "complete": true,
                     *         "hint": null
                     *       },
                     *       "facets": {
                     *         "kind": [
                     *           {
                     *             "value": "meeting",
                     *             "count": 1
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            410: components["responses"]["CursorGone"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the event.
                 * @example putin-harbin-visit-2024
                 */
                event: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "putin-harbin-visit-2024",
                     *       "article": "putin-china-visit-2024",
                     *       "kind": "visit",
                     *       "status": "expected",
                     *       "polarity": "affirmed",
                     *       "title": {
                     *         "id": "Kunjungan Putin ke Harbin",
                     *         "en": "Putin’s visit to Harbin"
                     *       },
                     *       "description": {
                     *         "id": "Diperkirakan; artikel tidak menyebut sumbernya.",
                     *         "en": "Expected; the article names no source."
                     *       },
                     *       "date": null,
                     *       "place": {
                     *         "id": "harbin",
                     *         "kind": "city",
                     *         "name": {
                     *           "id": "Harbin",
                     *           "en": "Harbin"
                     *         }
                     *       },
                     *       "participants": [
                     *         {
                     *           "actor": {
                     *             "id": "vladimir-putin",
                     *             "kind": "person",
                     *             "name": {
                     *               "id": "Vladimir Putin",
                     *               "en": "Vladimir Putin"
                     *             }
                     *           },
                     *           "role": "visitor"
                     *         }
                     *       ],
                     *       "partOf": {
                     *         "id": "putin-coming-visit-to-china-2024",
                     *         "kind": "visit",
                     *         "name": {
                     *           "id": "Kunjungan Putin ke China",
                     *           "en": "Putin’s visit to China"
                     *         }
                     *       },
                     *       "mentions": [
                     *         {
                     *           "start": 1371,
                     *           "end": 1382,
                     *           "exact": "mengunjungi",
                     *           "role": "content",
                     *           "continues": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Event"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listStatistics: {
        parameters: {
            query?: {
                /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `"year of culture"`. */
                q?: components["parameters"]["StatisticQParam"];
                /** @description Only of these articles. */
                article?: components["parameters"]["ArticleParam"];
                /** @description Only in these units (codes). */
                unit?: components["parameters"]["StatisticUnitParam"];
                /** @description Only with these comparators. */
                comparator?: components["parameters"]["StatisticComparatorParam"];
                /**
                 * @description Only about these actors.
                 * @example [
                 *       "china"
                 *     ]
                 */
                subject?: components["parameters"]["StatisticSubjectParam"];
                /** @description Only attributed to these actors. */
                source?: components["parameters"]["StatisticSourceParam"];
                /** @description Only belonging to these events. */
                event?: components["parameters"]["StatisticEventParam"];
                /** @description Only figures of at least this, in their own unit. For example `2000`. */
                min?: components["parameters"]["StatisticMinParam"];
                /** @description Only figures of at most this, in their own unit. For example `2100`. */
                max?: components["parameters"]["StatisticMaxParam"];
                /** @description Only what may lie on or after this day. For example `2022-01-01`. */
                from?: components["parameters"]["FromParam"];
                /** @description Only what may lie on or before this day. For example `2025-12-31`. */
                to?: components["parameters"]["ToParam"];
                /** @description Only the items with these ids. */
                id?: components["parameters"]["StatisticIdsParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: components["parameters"]["StatisticNotParam"];
                /** @description What the list is ordered by; `position`, as the texts have it, unless given. */
                sort?: components["parameters"]["StatisticSortParam"];
                /** @description Direction of the order; `asc` unless given. */
                order?: components["parameters"]["OrderParam"];
                /** @description How many items a page has at most; it has fewer where they would be over 4 MiB. Whether others follow, `page.next` tells. */
                limit?: components["parameters"]["LimitParam"];
                /** @description Whether to count all items, as `page.total`. Leave it out where you need no number: counting takes time. */
                count?: components["parameters"]["CountParam"];
                /** @description Where to go on: `page.next` of the page before, with the same filters and order. */
                cursor?: components["parameters"]["CursorParam"];
                /** @description Fields whose values to count among all items: the 100 most frequent. */
                facets?: components["schemas"]["StatisticFacet"][];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of statistics. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "russia-china-year-of-culture-years-2024-2025-putin-china-visit-2024",
                     *           "article": "putin-china-visit-2024",
                     *           "label": {
                     *             "id": "Masa Tahun Kebudayaan Rusia-Cina",
                     *             "en": "Years of the Russia-China Year of Culture"
                     *           },
                     *           "value": 2024,
                     *           "upper": 2025,
                     *           "comparator": "range",
                     *           "unit": {
                     *             "code": "calendar-year",
                     *             "label": {
                     *               "id": "tahun kalender",
                     *               "en": "calendar years"
                     *             }
                     *           },
                     *           "text": "2024-25",
                     *           "subject": [
                     *             {
                     *               "id": "russia",
                     *               "kind": "country",
                     *               "name": {
                     *                 "id": "Rusia",
                     *                 "en": "Russia"
                     *               }
                     *             },
                     *             {
                     *               "id": "china",
                     *               "kind": "country",
                     *               "name": {
                     *                 "id": "China",
                     *                 "en": "China"
                     *               }
                     *             }
                     *           ],
                     *           "event": {
                     *             "id": "russia-china-year-of-culture-2024-2025-putin-china-visit-2024",
                     *             "kind": "initiative",
                     *             "name": {
                     *               "id": "Tahun Kebudayaan Rusia-Cina",
                     *               "en": "Russia-China Year of Culture"
                     *             }
                     *           },
                     *           "source": {
                     *             "id": "portamur-ru",
                     *             "kind": "media",
                     *             "name": {
                     *               "id": "Portamur.ru",
                     *               "en": "Portamur.ru"
                     *             }
                     *           },
                     *           "period": {
                     *             "edtf": "2024/2025",
                     *             "earliest": "2024-01-01",
                     *             "latest": "2025-12-31",
                     *             "basis": "stated",
                     *             "expression": "2024-25",
                     *             "note": null
                     *           },
                     *           "mentions": [
                     *             {
                     *               "start": 1333,
                     *               "end": 1340,
                     *               "exact": "2024-25",
                     *               "role": "content",
                     *               "continues": false
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "page": {
                     *         "limit": 1,
                     *         "next": null,
                     *         "total": 1,
                     *         "complete": true,
                     *         "hint": null
                     *       },
                     *       "facets": {
                     *         "article": [
                     *           {
                     *             "value": "putin-china-visit-2024",
                     *             "count": 1
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["StatisticPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            410: components["responses"]["CursorGone"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getStatistic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the statistic.
                 * @example countries-on-xi-europe-tour-2024
                 */
                statistic: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The statistic. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "countries-on-xi-europe-tour-2024",
                     *       "article": "putin-china-visit-2024",
                     *       "label": {
                     *         "id": "Negara tujuan lawatan Xi di Eropa",
                     *         "en": "Countries on Xi’s tour of Europe"
                     *       },
                     *       "value": 3,
                     *       "upper": null,
                     *       "comparator": "eq",
                     *       "unit": {
                     *         "code": "country",
                     *         "label": {
                     *           "id": "negara",
                     *           "en": "countries"
                     *         }
                     *       },
                     *       "text": "tiga negara",
                     *       "subject": [
                     *         {
                     *           "id": "xi-jinping",
                     *           "kind": "person",
                     *           "name": {
                     *             "id": "Xi Jinping",
                     *             "en": "Xi Jinping"
                     *           }
                     *         }
                     *       ],
                     *       "event": {
                     *         "id": "xi-europe-tour-2024",
                     *         "kind": "visit",
                     *         "name": {
                     *           "id": "Lawatan Xi ke tiga negara Eropa",
                     *           "en": "Xi’s tour of three European countries"
                     *         }
                     *       },
                     *       "source": null,
                     *       "period": null,
                     *       "mentions": [
                     *         {
                     *           "start": 1917,
                     *           "end": 1928,
                     *           "exact": "tiga negara",
                     *           "role": "content",
                     *           "continues": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Statistic"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listMentions: {
        parameters: {
            query?: {
                /** @description Only of these articles. */
                article?: components["parameters"]["ArticleParam"];
                /** @description Only mentions that end behind this offset (code points). For example `0`. */
                start?: components["parameters"]["MentionStartParam"];
                /** @description Only mentions that start before this offset (code points). For example `2000`. */
                end?: components["parameters"]["MentionEndParam"];
                /** @description Only these words, verbatim. For example `invasi`. */
                exact?: components["parameters"]["MentionExactParam"];
                /** @description Only in these roles. */
                role?: components["parameters"]["MentionRoleParam"];
                /**
                 * @description Only of facts of these types.
                 * @example [
                 *       "event"
                 *     ]
                 */
                factType?: components["parameters"]["MentionFactTypeParam"];
                /** @description Only of the facts with these ids. */
                fact?: components["parameters"]["MentionFactParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: components["parameters"]["MentionNotParam"];
                /** @description What the list is ordered by; `position`, as the texts have it, unless given. */
                sort?: components["parameters"]["MentionSortParam"];
                /** @description Direction of the order; `asc` unless given. */
                order?: components["parameters"]["OrderParam"];
                /** @description How many items a page has at most; it has fewer where they would be over 4 MiB. Whether others follow, `page.next` tells. */
                limit?: components["parameters"]["LimitParam"];
                /** @description Whether to count all items, as `page.total`. Leave it out where you need no number: counting takes time. */
                count?: components["parameters"]["CountParam"];
                /** @description Where to go on: `page.next` of the page before, with the same filters and order. */
                cursor?: components["parameters"]["CursorParam"];
                /** @description Fields whose values to count among all items: the 100 most frequent. */
                facets?: components["schemas"]["FactMentionFacet"][];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of mentions. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "article": "putin-china-visit-2024",
                     *           "start": 47,
                     *           "end": 53,
                     *           "exact": "invasi",
                     *           "role": "content",
                     *           "continues": false,
                     *           "factType": "event",
                     *           "fact": "ukraine-invasion-2022-putin-china-visit-2024"
                     *         }
                     *       ],
                     *       "page": {
                     *         "limit": 1,
                     *         "next": null,
                     *         "total": 1,
                     *         "complete": true,
                     *         "hint": null
                     *       },
                     *       "facets": {
                     *         "article": [
                     *           {
                     *             "value": "putin-china-visit-2024",
                     *             "count": 1
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["FactMentionPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            410: components["responses"]["CursorGone"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listConnections: {
        parameters: {
            query?: {
                /** @description Only of these articles. */
                article?: components["parameters"]["ArticleParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: string[];
                /** @description How many items a page has at most; it has fewer where they would be over 4 MiB. Whether others follow, `page.next` tells. */
                limit?: components["parameters"]["LimitParam"];
                /** @description Whether to count all items, as `page.total`. Leave it out where you need no number: counting takes time. */
                count?: components["parameters"]["CountParam"];
                /** @description Where to go on: `page.next` of the page before, with the same filters and order. */
                cursor?: components["parameters"]["CursorParam"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the actor.
                 * @example vladimir-putin
                 */
                actor: components["parameters"]["ActorIdParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of connections. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "actor": {
                     *             "id": "xi-jinping",
                     *             "kind": "person",
                     *             "name": {
                     *               "id": "Xi Jinping",
                     *               "en": "Xi Jinping"
                     *             }
                     *           },
                     *           "total": 6,
                     *           "events": 6,
                     *           "quotes": 0,
                     *           "roles": [
                     *             {
                     *               "own": "attendee",
                     *               "other": "attendee",
                     *               "events": 2
                     *             },
                     *             {
                     *               "own": "counterpart",
                     *               "other": "counterpart",
                     *               "events": 2
                     *             },
                     *             {
                     *               "own": "subject",
                     *               "other": "subject",
                     *               "events": 2
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "page": {
                     *         "limit": 1,
                     *         "next": "UV8taDU5aVZbIklkWjFsMDd0IiwicTVBV053ckMiLDEsInE1QVdOd3JDIiw2LCJ4aS1qaW5waW5nIl0",
                     *         "total": 6,
                     *         "complete": true,
                     *         "hint": "article: there is no article night-ferry-2025; /v1/articles lists those there are."
                     *       },
                     *       "facets": null
                     *     }
                     */
                    "application/json": components["schemas"]["ConnectionPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["CursorGone"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listTimeline: {
        parameters: {
            query?: {
                /** @description Which facts to count; `event` unless given. */
                type?: components["schemas"]["DatedType"];
                /** @description How long each interval is; `month` unless given. */
                interval?: components["schemas"]["Interval"];
                /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `talks`. */
                q?: components["parameters"]["EventQParam"];
                /** @description Only of these articles. */
                article?: components["parameters"]["ArticleParam"];
                /** @description As in the list of quotes and events. */
                kind?: string[];
                /** @description Only of this polarity. */
                polarity?: components["parameters"]["PolarityParam"];
                /** @description As in the list of quotes. */
                speaker?: components["schemas"]["Id"][];
                /** @description As in the list of quotes and statistics. */
                event?: components["schemas"]["Id"][];
                /** @description As in the list of quotes. */
                unnamed?: boolean;
                /** @description As in the list of quotes. */
                reportedIn?: components["schemas"]["Id"][];
                /** @description As in the list of quotes. */
                language?: string[];
                /** @description Only what may lie on or after this day. For example `2022-01-01`. */
                from?: components["parameters"]["FromParam"];
                /** @description Only what may lie on or before this day. For example `2025-12-31`. */
                to?: components["parameters"]["ToParam"];
                /** @description Only the items with these ids. */
                id?: components["parameters"]["EventIdsParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: components["parameters"]["EventNotParam"];
                /** @description Only of this status. */
                status?: components["parameters"]["EventStatusParam"];
                /**
                 * @description Only with these actors among the participants.
                 * @example [
                 *       "vladimir-putin"
                 *     ]
                 */
                participant?: components["parameters"]["EventParticipantParam"];
                /** @description Only at these places. */
                place?: components["parameters"]["EventPlaceParam"];
                /** @description Only parts of these events. */
                partOf?: components["parameters"]["EventPartOfParam"];
                /** @description As in the list of statistics. */
                unit?: string[];
                /** @description As in the list of statistics. */
                comparator?: components["schemas"]["Comparator"][];
                /** @description As in the list of statistics. */
                subject?: components["schemas"]["Id"][];
                /** @description As in the list of statistics. */
                source?: components["schemas"]["Id"][];
                /** @description As in the list of statistics. */
                min?: number;
                /** @description As in the list of statistics. */
                max?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The timeline. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "event",
                     *       "interval": "month",
                     *       "data": [
                     *         {
                     *           "period": "2022-01",
                     *           "earliest": "2022-01-01",
                     *           "latest": "2022-01-31",
                     *           "count": 1
                     *         },
                     *         {
                     *           "period": "2022-02",
                     *           "earliest": "2022-02-01",
                     *           "latest": "2022-02-28",
                     *           "count": 1
                     *         }
                     *       ],
                     *       "complete": true,
                     *       "undated": 0,
                     *       "hint": null
                     *     }
                     */
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    verifyText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the article.
                 * @example putin-china-visit-2024
                 */
                article: components["parameters"]["ArticleIdParam"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerificationRequest"];
            };
        };
        responses: {
            /** @description What matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "article": "bells",
                     *       "fingerprint": {
                     *         "matches": false,
                     *         "expected": {
                     *           "sha256": "b7fd4367ce9cff56717338562dbad9fec4a5d79cf295ccf54125cfe89466cbe4",
                     *           "length": 15
                     *         },
                     *         "found": {
                     *           "sha256": "07ed38b3dc8ac353d7e56fc667e0c1da22112327656ff4e253a22209ad5ef009",
                     *           "length": 26
                     *         }
                     *       },
                     *       "repairs": [],
                     *       "matching": [],
                     *       "moved": [
                     *         {
                     *           "mention": {
                     *             "article": "bells",
                     *             "start": 4,
                     *             "end": 14,
                     *             "exact": "bells rang",
                     *             "role": "content",
                     *             "continues": false,
                     *             "factType": "event",
                     *             "fact": "bells-rang"
                     *           },
                     *           "at": {
                     *             "start": 14,
                     *             "end": 24
                     *           },
                     *           "difference": "none"
                     *         }
                     *       ],
                     *       "undecided": [],
                     *       "mismatching": []
                     *     }
                     */
                    "application/json": components["schemas"]["Verification"];
                };
            };
            400: components["responses"]["InvalidParameterInvalidBody"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getBundle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the article.
                 * @example putin-china-visit-2024
                 */
                article: components["parameters"]["ArticleIdParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bundle. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "article": {
                     *         "id": "town-bridge-2024",
                     *         "language": "en",
                     *         "title": {
                     *           "en": "A bridge for the town"
                     *         },
                     *         "description": null,
                     *         "source": {
                     *           "headline": null,
                     *           "byline": null,
                     *           "publisher": null,
                     *           "published": null,
                     *           "url": null
                     *         },
                     *         "text": {
                     *           "sha256": "43fa73c1ee1cb2837a9662822620e4610dedd2c38eddf77d66bcb9121809c865",
                     *           "length": 41
                     *         }
                     *       },
                     *       "quotes": [
                     *         {
                     *           "id": "council-town-gets-a-bridge-2024",
                     *           "kind": "indirect",
                     *           "polarity": "affirmed",
                     *           "text": "A bridge will be built.",
                     *           "verbatim": [],
                     *           "language": "en",
                     *           "translation": null,
                     *           "speakers": [
                     *             "town-council"
                     *           ],
                     *           "unnamedSpeaker": null,
                     *           "verb": "says",
                     *           "date": null,
                     *           "event": null,
                     *           "reportedIn": null,
                     *           "mentions": [
                     *             {
                     *               "start": 0,
                     *               "end": 22,
                     *               "exact": "The town gets a bridge",
                     *               "role": "content",
                     *               "continues": false
                     *             },
                     *             {
                     *               "start": 24,
                     *               "end": 35,
                     *               "exact": "the council",
                     *               "role": "source",
                     *               "continues": false
                     *             },
                     *             {
                     *               "start": 36,
                     *               "end": 40,
                     *               "exact": "says",
                     *               "role": "cue",
                     *               "continues": false
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "actors": [
                     *         {
                     *           "id": "town-council",
                     *           "kind": "government",
                     *           "name": {
                     *             "en": "Town council"
                     *           },
                     *           "aliases": [],
                     *           "description": null,
                     *           "roles": [],
                     *           "affiliations": [],
                     *           "wikidata": null,
                     *           "mentions": [
                     *             {
                     *               "start": 24,
                     *               "end": 35,
                     *               "exact": "the council",
                     *               "role": "content",
                     *               "continues": false
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "places": [],
                     *       "events": [],
                     *       "statistics": []
                     *     }
                     */
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    putBundle: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the bundle that you have read: if somebody has changed it, 412. For example `"8YRrXF2M0kWq7fJ3cB1nZtLsVx4"`. */
                "If-Match"?: components["parameters"]["IfMatchParam"];
                /** @description If the article is there already, 412. For example `*`. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the article.
                 * @example town-bridge-2024
                 */
                article: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Bundle"];
            };
        };
        responses: {
            200: components["responses"]["Stored"];
            201: components["responses"]["Stored"];
            400: components["responses"]["InvalidParameterInvalidBody"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ReadOnly"];
            /** @description Conflict. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "/problems/conflict",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "detail": "/actors/0/kind is organization, but the article putin-china-visit-2024 has country for china.",
                     *       "instance": "urn:uuid:b4f5d8f0-2f0c-4b3e-9d0a-6f1c2f7e9a35",
                     *       "errors": [
                     *         {
                     *           "in": "body",
                     *           "name": "/actors/0/kind",
                     *           "detail": "is organization, but the article putin-china-visit-2024 has country for china"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            507: components["responses"]["InsufficientStorage"];
        };
    };
    deleteBundle: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the bundle that you have read: if somebody has changed it, 412. For example `"8YRrXF2M0kWq7fJ3cB1nZtLsVx4"`. */
                "If-Match"?: components["parameters"]["IfMatchParam"];
            };
            path: {
                /**
                 * @description Id of the article.
                 * @example town-bridge-2024
                 */
                article: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidParameter"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ReadOnly"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            507: components["responses"]["InsufficientStorage"];
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /** @description How many items a page has at most; it has fewer where they would be over 4 MiB. Whether others follow, `page.next` tells. */
                limit?: components["parameters"]["LimitParam"];
                /** @description Whether to count all items, as `page.total`. Leave it out where you need no number: counting takes time. */
                count?: components["parameters"]["CountParam"];
                /** @description Where to go on: `page.next` of the page before, with the same filters and order. */
                cursor?: components["parameters"]["CursorParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "revision": 1,
                     *           "kind": "put",
                     *           "article": "putin-china-visit-2024",
                     *           "time": "2024-05-20T09:00:00.000Z",
                     *           "author": null,
                     *           "digest": "0fbc10d4505554a5f522369e34a63a6b"
                     *         }
                     *       ],
                     *       "page": {
                     *         "limit": 1,
                     *         "next": null,
                     *         "total": 1,
                     *         "complete": true,
                     *         "hint": null
                     *       },
                     *       "facets": null,
                     *       "resume": "OWxqaGlSV2RbIkdmYUQybVdVIiwicTVBV053ckMiLDEsInE1QVdOd3JDIiwxXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["ChangePage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            410: components["responses"]["CursorGone"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getChangesFeed: {
        parameters: {
            query?: {
                /** @description How many items a page has at most; it has fewer where they would be over 4 MiB. Whether others follow, `page.next` tells. */
                limit?: components["parameters"]["LimitParam"];
                /** @description Where to go on: `page.next` of the page before, with the same filters and order. */
                cursor?: components["parameters"]["CursorParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the feed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example <?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><id>urn:uuid:ab901637-0ac2-8a8a-80e5-639559e94463</id><title>article-facts: what was put and deleted</title><updated>2024-05-20T09:00:00.000Z</updated><author><name>article-facts</name></author><link rel="self" type="application/atom+xml" href="/v1/changes.atom?limit=1"/><link rel="first" type="application/atom+xml" href="/v1/changes.atom?limit=1"/><entry><id>urn:uuid:26289bf8-c34b-87c3-b8f4-9e1e51520637</id><updated>2024-05-20T09:00:00.000Z</updated><category term="put"/><title xml:lang="en">Putin’s planned visit to China and the two countries’ partnership</title><summary xml:lang="id">Rencana kunjungan Putin ke China dan kemitraan kedua negara</summary><link rel="alternate" href="/v1/articles/putin-china-visit-2024"/><link rel="related" type="application/json" href="/v1/articles/putin-china-visit-2024/bundle"/></entry></feed> */
                    "application/atom+xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            410: components["responses"]["CursorGone"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getLinkedData: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the article.
                 * @example putin-china-visit-2024
                 */
                article: components["parameters"]["ArticleIdParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The article. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "@context": [
                     *         "http://www.w3.org/ns/anno.jsonld",
                     *         "/contexts/article-facts.jsonld"
                     *       ],
                     *       "@graph": [
                     *         {
                     *           "@id": "/v1/articles/bells",
                     *           "@type": "NewsArticle",
                     *           "inLanguage": "en",
                     *           "name": [
                     *             {
                     *               "@value": "Bells",
                     *               "@language": "en"
                     *             }
                     *           ],
                     *           "description": [],
                     *           "textSha256": "b7fd4367ce9cff56717338562dbad9fec4a5d79cf295ccf54125cfe89466cbe4",
                     *           "textLength": 15
                     *         },
                     *         {
                     *           "@id": "/v1/events/bells-rang",
                     *           "@type": "Event",
                     *           "kind": "other",
                     *           "status": "occurred",
                     *           "polarity": "affirmed",
                     *           "name": [
                     *             {
                     *               "@value": "Bells",
                     *               "@language": "en"
                     *             }
                     *           ],
                     *           "description": [],
                     *           "subjectOf": {
                     *             "@id": "/v1/articles/bells"
                     *           },
                     *           "about": []
                     *         },
                     *         {
                     *           "id": "/v1/articles/bells/linked-data#events-bells-rang-content-4-14",
                     *           "type": "Annotation",
                     *           "motivation": "identifying",
                     *           "role": "content",
                     *           "body": "/v1/events/bells-rang",
                     *           "target": {
                     *             "type": "SpecificResource",
                     *             "source": "/v1/articles/bells",
                     *             "selector": {
                     *               "type": "TextPositionSelector",
                     *               "start": 4,
                     *               "end": 14,
                     *               "refinedBy": {
                     *                 "type": "TextQuoteSelector",
                     *                 "exact": "bells rang"
                     *               }
                     *             }
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/ld+json": components["schemas"]["LinkedData"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getLinkedDataTurtle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the article.
                 * @example putin-china-visit-2024
                 */
                article: components["parameters"]["ArticleIdParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The article. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example @base </> .
                     *     @prefix schema: <https://schema.org/>.
                     *     @prefix oa: <http://www.w3.org/ns/oa#>.
                     *     @prefix dcterms: <http://purl.org/dc/terms/>.
                     *     @prefix prov: <http://www.w3.org/ns/prov#>.
                     *     @prefix xsd: <http://www.w3.org/2001/XMLSchema#>.
                     *
                     *     <v1/articles/bells> a schema:NewsArticle;
                     *         <vocabulary#textLength> 15;
                     *         <vocabulary#textSha256> "b7fd4367ce9cff56717338562dbad9fec4a5d79cf295ccf54125cfe89466cbe4";
                     *         schema:inLanguage "en";
                     *         schema:name "Bells"@en.
                     *     <v1/articles/bells/linked-data#events-bells-rang-content-4-14> a oa:Annotation;
                     *         <vocabulary#role> "content";
                     *         oa:hasBody <v1/events/bells-rang>;
                     *         oa:hasTarget [
                     *       a oa:SpecificResource;
                     *       oa:hasSelector [
                     *       a oa:TextPositionSelector;
                     *       oa:end "14"^^xsd:nonNegativeInteger;
                     *       oa:refinedBy [
                     *       a oa:TextQuoteSelector;
                     *       oa:exact "bells rang"
                     *     ];
                     *       oa:start "4"^^xsd:nonNegativeInteger
                     *     ];
                     *       oa:hasSource <v1/articles/bells>
                     *     ];
                     *         oa:motivatedBy oa:identifying.
                     *     <v1/events/bells-rang> a schema:Event;
                     *         <vocabulary#kind> "other";
                     *         <vocabulary#polarity> "affirmed";
                     *         <vocabulary#status> "occurred";
                     *         schema:name "Bells"@en;
                     *         schema:subjectOf <v1/articles/bells>.
                     */
                    "text/turtle": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportArticlesCsv: {
        parameters: {
            query?: {
                /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `kunjungan`. */
                q?: components["parameters"]["ArticleQParam"];
                /**
                 * @description Only in these languages (BCP 47).
                 * @example [
                 *       "id"
                 *     ]
                 */
                language?: components["parameters"]["ArticleLanguageParam"];
                /** @description Only articles of this address, as browsers show it or percent-encoded. */
                url?: components["parameters"]["ArticleUrlParam"];
                /** @description Only of this publisher. */
                publisher?: components["parameters"]["ArticlePublisherParam"];
                /** @description Only articles of the text with this SHA-256 (in UTF-8, hexadecimal). For example `421a0e4b3e394fa561cfceac2354afb7eae3f7471eef4e4fc550ce51e58a55fb`. */
                sha256?: components["parameters"]["ArticleSha256Param"];
                /** @description Only what may have been published on or after this day. */
                from?: components["parameters"]["ArticleFromParam"];
                /** @description Only what may have been published on or before this day. */
                to?: components["parameters"]["ArticleToParam"];
                /** @description Only the items with these ids. */
                id?: components["parameters"]["ArticleIdsParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: components["parameters"]["ArticleNotParam"];
                /** @description What the list is ordered by; `id` unless given. */
                sort?: components["parameters"]["ArticleSortParam"];
                /** @description Direction of the order; `asc` unless given. */
                order?: components["parameters"]["OrderParam"];
                /** @description Begin with a byte order mark, by which Excel knows that the file is UTF-8; `false` unless given. */
                bom?: components["parameters"]["BomParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CSVFile"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportArticlesNdjson: {
        parameters: {
            query?: {
                /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `kunjungan`. */
                q?: components["parameters"]["ArticleQParam"];
                /**
                 * @description Only in these languages (BCP 47).
                 * @example [
                 *       "id"
                 *     ]
                 */
                language?: components["parameters"]["ArticleLanguageParam"];
                /** @description Only articles of this address, as browsers show it or percent-encoded. */
                url?: components["parameters"]["ArticleUrlParam"];
                /** @description Only of this publisher. */
                publisher?: components["parameters"]["ArticlePublisherParam"];
                /** @description Only articles of the text with this SHA-256 (in UTF-8, hexadecimal). For example `421a0e4b3e394fa561cfceac2354afb7eae3f7471eef4e4fc550ce51e58a55fb`. */
                sha256?: components["parameters"]["ArticleSha256Param"];
                /** @description Only what may have been published on or after this day. */
                from?: components["parameters"]["ArticleFromParam"];
                /** @description Only what may have been published on or before this day. */
                to?: components["parameters"]["ArticleToParam"];
                /** @description Only the items with these ids. */
                id?: components["parameters"]["ArticleIdsParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: components["parameters"]["ArticleNotParam"];
                /** @description What the list is ordered by; `id` unless given. */
                sort?: components["parameters"]["ArticleSortParam"];
                /** @description Direction of the order; `asc` unless given. */
                order?: components["parameters"]["OrderParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["NDJSONFile"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportArticlesXlsx: {
        parameters: {
            query?: {
                /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `kunjungan`. */
                q?: components["parameters"]["ArticleQParam"];
                /**
                 * @description Only in these languages (BCP 47).
                 * @example [
                 *       "id"
                 *     ]
                 */
                language?: components["parameters"]["ArticleLanguageParam"];
                /** @description Only articles of this address, as browsers show it or percent-encoded. */
                url?: components["parameters"]["ArticleUrlParam"];
                /** @description Only of this publisher. */
                publisher?: components["parameters"]["ArticlePublisherParam"];
                /** @description Only articles of the text with this SHA-256 (in UTF-8, hexadecimal). For example `421a0e4b3e394fa561cfceac2354afb7eae3f7471eef4e4fc550ce51e58a55fb`. */
                sha256?: components["parameters"]["ArticleSha256Param"];
                /** @description Only what may have been published on or after this day. */
                from?: components["parameters"]["ArticleFromParam"];
                /** @description Only what may have been published on or before this day. */
                to?: components["parameters"]["ArticleToParam"];
                /** @description Only the items with these ids. */
                id?: components["parameters"]["ArticleIdsParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: components["parameters"]["ArticleNotParam"];
                /** @description What the list is ordered by; `id` unless given. */
                sort?: components["parameters"]["ArticleSortParam"];
                /** @description Direction of the order; `asc` unless given. */
                order?: components["parameters"]["OrderParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["XLSXFile"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportQuotesCsv: {
        parameters: {
            query?: {
                /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `limit*`. */
                q?: components["parameters"]["QuoteQParam"];
                /** @description Only of these articles. */
                article?: components["parameters"]["ArticleParam"];
                /**
                 * @description Only of these kinds.
                 * @example [
                 *       "direct"
                 *     ]
                 */
                kind?: components["parameters"]["QuoteKindParam"];
                /** @description Only of this polarity. */
                polarity?: components["parameters"]["PolarityParam"];
                /** @description Only by these actors. */
                speaker?: components["parameters"]["QuoteSpeakerParam"];
                /** @description Only said at these events. */
                event?: components["parameters"]["QuoteEventParam"];
                /** @description Only quotes with (`true`) or without (`false`) a source that the article gives no name. */
                unnamed?: components["parameters"]["QuoteUnnamedParam"];
                /** @description Only what is reported within these quotes. */
                reportedIn?: components["parameters"]["QuoteReportedInParam"];
                /** @description Only in these languages (BCP 47). */
                language?: components["parameters"]["QuoteLanguageParam"];
                /** @description Only what may lie on or after this day. For example `2022-01-01`. */
                from?: components["parameters"]["FromParam"];
                /** @description Only what may lie on or before this day. For example `2025-12-31`. */
                to?: components["parameters"]["ToParam"];
                /** @description Only the items with these ids. */
                id?: components["parameters"]["QuoteIdsParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: components["parameters"]["QuoteNotParam"];
                /** @description What the list is ordered by; `position`, as the texts have it, unless given. */
                sort?: components["parameters"]["QuoteSortParam"];
                /** @description Direction of the order; `asc` unless given. */
                order?: components["parameters"]["OrderParam"];
                /** @description Begin with a byte order mark, by which Excel knows that the file is UTF-8; `false` unless given. */
                bom?: components["parameters"]["BomParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CSVFile"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportQuotesNdjson: {
        parameters: {
            query?: {
                /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `limit*`. */
                q?: components["parameters"]["QuoteQParam"];
                /** @description Only of these articles. */
                article?: components["parameters"]["ArticleParam"];
                /**
                 * @description Only of these kinds.
                 * @example [
                 *       "direct"
                 *     ]
                 */
                kind?: components["parameters"]["QuoteKindParam"];
                /** @description Only of this polarity. */
                polarity?: components["parameters"]["PolarityParam"];
                /** @description Only by these actors. */
                speaker?: components["parameters"]["QuoteSpeakerParam"];
                /** @description Only said at these events. */
                event?: components["parameters"]["QuoteEventParam"];
                /** @description Only quotes with (`true`) or without (`false`) a source that the article gives no name. */
                unnamed?: components["parameters"]["QuoteUnnamedParam"];
                /** @description Only what is reported within these quotes. */
                reportedIn?: components["parameters"]["QuoteReportedInParam"];
                /** @description Only in these languages (BCP 47). */
                language?: components["parameters"]["QuoteLanguageParam"];
                /** @description Only what may lie on or after this day. For example `2022-01-01`. */
                from?: components["parameters"]["FromParam"];
                /** @description Only what may lie on or before this day. For example `2025-12-31`. */
                to?: components["parameters"]["ToParam"];
                /** @description Only the items with these ids. */
                id?: components["parameters"]["QuoteIdsParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: components["parameters"]["QuoteNotParam"];
                /** @description What the list is ordered by; `position`, as the texts have it, unless given. */
                sort?: components["parameters"]["QuoteSortParam"];
                /** @description Direction of the order; `asc` unless given. */
                order?: components["parameters"]["OrderParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["NDJSONFile"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportQuotesXlsx: {
        parameters: {
            query?: {
                /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `limit*`. */
                q?: components["parameters"]["QuoteQParam"];
                /** @description Only of these articles. */
                article?: components["parameters"]["ArticleParam"];
                /**
                 * @description Only of these kinds.
                 * @example [
                 *       "direct"
                 *     ]
                 */
                kind?: components["parameters"]["QuoteKindParam"];
                /** @description Only of this polarity. */
                polarity?: components["parameters"]["PolarityParam"];
                /** @description Only by these actors. */
                speaker?: components["parameters"]["QuoteSpeakerParam"];
                /** @description Only said at these events. */
                event?: components["parameters"]["QuoteEventParam"];
                /** @description Only quotes with (`true`) or without (`false`) a source that the article gives no name. */
                unnamed?: components["parameters"]["QuoteUnnamedParam"];
                /** @description Only what is reported within these quotes. */
                reportedIn?: components["parameters"]["QuoteReportedInParam"];
                /** @description Only in these languages (BCP 47). */
                language?: components["parameters"]["QuoteLanguageParam"];
                /** @description Only what may lie on or after this day. For example `2022-01-01`. */
                from?: components["parameters"]["FromParam"];
                /** @description Only what may lie on or before this day. For example `2025-12-31`. */
                to?: components["parameters"]["ToParam"];
                /** @description Only the items with these ids. */
                id?: components["parameters"]["QuoteIdsParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: components["parameters"]["QuoteNotParam"];
                /** @description What the list is ordered by; `position`, as the texts have it, unless given. */
                sort?: components["parameters"]["QuoteSortParam"];
                /** @description Direction of the order; `asc` unless given. */
                order?: components["parameters"]["OrderParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["XLSXFile"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportActorsCsv: {
        parameters: {
            query?: {
                /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `macron`. */
                q?: components["parameters"]["ActorQParam"];
                /** @description Only of these articles. */
                article?: components["parameters"]["ArticleParam"];
                /**
                 * @description Only of these kinds.
                 * @example [
                 *       "person"
                 *     ]
                 */
                kind?: components["parameters"]["ActorKindParam"];
                /** @description Only who belongs to these actors. */
                affiliation?: components["parameters"]["ActorAffiliationParam"];
                /** @description Only with these Wikidata ids. */
                wikidata?: components["parameters"]["ActorWikidataParam"];
                /** @description Only the items with these ids. */
                id?: components["parameters"]["ActorIdsParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: components["parameters"]["ActorNotParam"];
                /** @description What the list is ordered by; `name` unless given. */
                sort?: components["parameters"]["ActorSortParam"];
                /** @description Direction of the order; `asc` unless given. */
                order?: components["parameters"]["OrderParam"];
                /** @description Begin with a byte order mark, by which Excel knows that the file is UTF-8; `false` unless given. */
                bom?: components["parameters"]["BomParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CSVFile"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportActorsNdjson: {
        parameters: {
            query?: {
                /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `macron`. */
                q?: components["parameters"]["ActorQParam"];
                /** @description Only of these articles. */
                article?: components["parameters"]["ArticleParam"];
                /**
                 * @description Only of these kinds.
                 * @example [
                 *       "person"
                 *     ]
                 */
                kind?: components["parameters"]["ActorKindParam"];
                /** @description Only who belongs to these actors. */
                affiliation?: components["parameters"]["ActorAffiliationParam"];
                /** @description Only with these Wikidata ids. */
                wikidata?: components["parameters"]["ActorWikidataParam"];
                /** @description Only the items with these ids. */
                id?: components["parameters"]["ActorIdsParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: components["parameters"]["ActorNotParam"];
                /** @description What the list is ordered by; `name` unless given. */
                sort?: components["parameters"]["ActorSortParam"];
                /** @description Direction of the order; `asc` unless given. */
                order?: components["parameters"]["OrderParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["NDJSONFile"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportActorsXlsx: {
        parameters: {
            query?: {
                /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `macron`. */
                q?: components["parameters"]["ActorQParam"];
                /** @description Only of these articles. */
                article?: components["parameters"]["ArticleParam"];
                /**
                 * @description Only of these kinds.
                 * @example [
                 *       "person"
                 *     ]
                 */
                kind?: components["parameters"]["ActorKindParam"];
                /** @description Only who belongs to these actors. */
                affiliation?: components["parameters"]["ActorAffiliationParam"];
                /** @description Only with these Wikidata ids. */
                wikidata?: components["parameters"]["ActorWikidataParam"];
                /** @description Only the items with these ids. */
                id?: components["parameters"]["ActorIdsParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: components["parameters"]["ActorNotParam"];
                /** @description What the list is ordered by; `name` unless given. */
                sort?: components["parameters"]["ActorSortParam"];
                /** @description Direction of the order; `asc` unless given. */
                order?: components["parameters"]["OrderParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["XLSXFile"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportPlacesCsv: {
        parameters: {
            query?: {
                /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `harbin`. */
                q?: components["parameters"]["PlaceQParam"];
                /** @description Only of these articles. */
                article?: components["parameters"]["ArticleParam"];
                /**
                 * @description Only of these kinds.
                 * @example [
                 *       "city"
                 *     ]
                 */
                kind?: components["parameters"]["PlaceKindParam"];
                /** @description Only directly within these places. */
                within?: components["parameters"]["PlaceWithinParam"];
                /** @description Only with these Wikidata ids. */
                wikidata?: components["parameters"]["PlaceWikidataParam"];
                /** @description Only the items with these ids. */
                id?: components["parameters"]["PlaceIdsParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: components["parameters"]["PlaceNotParam"];
                /** @description What the list is ordered by; `name` unless given. */
                sort?: components["parameters"]["PlaceSortParam"];
                /** @description Direction of the order; `asc` unless given. */
                order?: components["parameters"]["OrderParam"];
                /** @description Begin with a byte order mark, by which Excel knows that the file is UTF-8; `false` unless given. */
                bom?: components["parameters"]["BomParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CSVFile"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportPlacesNdjson: {
        parameters: {
            query?: {
                /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `harbin`. */
                q?: components["parameters"]["PlaceQParam"];
                /** @description Only of these articles. */
                article?: components["parameters"]["ArticleParam"];
                /**
                 * @description Only of these kinds.
                 * @example [
                 *       "city"
                 *     ]
                 */
                kind?: components["parameters"]["PlaceKindParam"];
                /** @description Only directly within these places. */
                within?: components["parameters"]["PlaceWithinParam"];
                /** @description Only with these Wikidata ids. */
                wikidata?: components["parameters"]["PlaceWikidataParam"];
                /** @description Only the items with these ids. */
                id?: components["parameters"]["PlaceIdsParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: components["parameters"]["PlaceNotParam"];
                /** @description What the list is ordered by; `name` unless given. */
                sort?: components["parameters"]["PlaceSortParam"];
                /** @description Direction of the order; `asc` unless given. */
                order?: components["parameters"]["OrderParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["NDJSONFile"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportPlacesXlsx: {
        parameters: {
            query?: {
                /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `harbin`. */
                q?: components["parameters"]["PlaceQParam"];
                /** @description Only of these articles. */
                article?: components["parameters"]["ArticleParam"];
                /**
                 * @description Only of these kinds.
                 * @example [
                 *       "city"
                 *     ]
                 */
                kind?: components["parameters"]["PlaceKindParam"];
                /** @description Only directly within these places. */
                within?: components["parameters"]["PlaceWithinParam"];
                /** @description Only with these Wikidata ids. */
                wikidata?: components["parameters"]["PlaceWikidataParam"];
                /** @description Only the items with these ids. */
                id?: components["parameters"]["PlaceIdsParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: components["parameters"]["PlaceNotParam"];
                /** @description What the list is ordered by; `name` unless given. */
                sort?: components["parameters"]["PlaceSortParam"];
                /** @description Direction of the order; `asc` unless given. */
                order?: components["parameters"]["OrderParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["XLSXFile"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportEventsCsv: {
        parameters: {
            query?: {
                /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `talks`. */
                q?: components["parameters"]["EventQParam"];
                /** @description Only of these articles. */
                article?: components["parameters"]["ArticleParam"];
                /** @description Only of these kinds. */
                kind?: components["parameters"]["EventKindParam"];
                /** @description Only of this status. */
                status?: components["parameters"]["EventStatusParam"];
                /** @description Only of this polarity. */
                polarity?: components["parameters"]["PolarityParam"];
                /**
                 * @description Only with these actors among the participants.
                 * @example [
                 *       "vladimir-putin"
                 *     ]
                 */
                participant?: components["parameters"]["EventParticipantParam"];
                /** @description Only at these places. */
                place?: components["parameters"]["EventPlaceParam"];
                /** @description Only parts of these events. */
                partOf?: components["parameters"]["EventPartOfParam"];
                /** @description Only what may lie on or after this day. For example `2022-01-01`. */
                from?: components["parameters"]["FromParam"];
                /** @description Only what may lie on or before this day. For example `2025-12-31`. */
                to?: components["parameters"]["ToParam"];
                /** @description Only the items with these ids. */
                id?: components["parameters"]["EventIdsParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: components["parameters"]["EventNotParam"];
                /** @description What the list is ordered by; `position`, as the texts have it, unless given. */
                sort?: components["parameters"]["EventSortParam"];
                /** @description Direction of the order; `asc` unless given. */
                order?: components["parameters"]["OrderParam"];
                /** @description Begin with a byte order mark, by which Excel knows that the file is UTF-8; `false` unless given. */
                bom?: components["parameters"]["BomParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CSVFile"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportEventsNdjson: {
        parameters: {
            query?: {
                /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `talks`. */
                q?: components["parameters"]["EventQParam"];
                /** @description Only of these articles. */
                article?: components["parameters"]["ArticleParam"];
                /** @description Only of these kinds. */
                kind?: components["parameters"]["EventKindParam"];
                /** @description Only of this status. */
                status?: components["parameters"]["EventStatusParam"];
                /** @description Only of this polarity. */
                polarity?: components["parameters"]["PolarityParam"];
                /**
                 * @description Only with these actors among the participants.
                 * @example [
                 *       "vladimir-putin"
                 *     ]
                 */
                participant?: components["parameters"]["EventParticipantParam"];
                /** @description Only at these places. */
                place?: components["parameters"]["EventPlaceParam"];
                /** @description Only parts of these events. */
                partOf?: components["parameters"]["EventPartOfParam"];
                /** @description Only what may lie on or after this day. For example `2022-01-01`. */
                from?: components["parameters"]["FromParam"];
                /** @description Only what may lie on or before this day. For example `2025-12-31`. */
                to?: components["parameters"]["ToParam"];
                /** @description Only the items with these ids. */
                id?: components["parameters"]["EventIdsParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: components["parameters"]["EventNotParam"];
                /** @description What the list is ordered by; `position`, as the texts have it, unless given. */
                sort?: components["parameters"]["EventSortParam"];
                /** @description Direction of the order; `asc` unless given. */
                order?: components["parameters"]["OrderParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["NDJSONFile"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportEventsXlsx: {
        parameters: {
            query?: {
                /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `talks`. */
                q?: components["parameters"]["EventQParam"];
                /** @description Only of these articles. */
                article?: components["parameters"]["ArticleParam"];
                /** @description Only of these kinds. */
                kind?: components["parameters"]["EventKindParam"];
                /** @description Only of this status. */
                status?: components["parameters"]["EventStatusParam"];
                /** @description Only of this polarity. */
                polarity?: components["parameters"]["PolarityParam"];
                /**
                 * @description Only with these actors among the participants.
                 * @example [
                 *       "vladimir-putin"
                 *     ]
                 */
                participant?: components["parameters"]["EventParticipantParam"];
                /** @description Only at these places. */
                place?: components["parameters"]["EventPlaceParam"];
                /** @description Only parts of these events. */
                partOf?: components["parameters"]["EventPartOfParam"];
                /** @description Only what may lie on or after this day. For example `2022-01-01`. */
                from?: components["parameters"]["FromParam"];
                /** @description Only what may lie on or before this day. For example `2025-12-31`. */
                to?: components["parameters"]["ToParam"];
                /** @description Only the items with these ids. */
                id?: components["parameters"]["EventIdsParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: components["parameters"]["EventNotParam"];
                /** @description What the list is ordered by; `position`, as the texts have it, unless given. */
                sort?: components["parameters"]["EventSortParam"];
                /** @description Direction of the order; `asc` unless given. */
                order?: components["parameters"]["OrderParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["XLSXFile"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportStatisticsCsv: {
        parameters: {
            query?: {
                /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `"year of culture"`. */
                q?: components["parameters"]["StatisticQParam"];
                /** @description Only of these articles. */
                article?: components["parameters"]["ArticleParam"];
                /** @description Only in these units (codes). */
                unit?: components["parameters"]["StatisticUnitParam"];
                /** @description Only with these comparators. */
                comparator?: components["parameters"]["StatisticComparatorParam"];
                /**
                 * @description Only about these actors.
                 * @example [
                 *       "china"
                 *     ]
                 */
                subject?: components["parameters"]["StatisticSubjectParam"];
                /** @description Only attributed to these actors. */
                source?: components["parameters"]["StatisticSourceParam"];
                /** @description Only belonging to these events. */
                event?: components["parameters"]["StatisticEventParam"];
                /** @description Only figures of at least this, in their own unit. For example `2000`. */
                min?: components["parameters"]["StatisticMinParam"];
                /** @description Only figures of at most this, in their own unit. For example `2100`. */
                max?: components["parameters"]["StatisticMaxParam"];
                /** @description Only what may lie on or after this day. For example `2022-01-01`. */
                from?: components["parameters"]["FromParam"];
                /** @description Only what may lie on or before this day. For example `2025-12-31`. */
                to?: components["parameters"]["ToParam"];
                /** @description Only the items with these ids. */
                id?: components["parameters"]["StatisticIdsParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: components["parameters"]["StatisticNotParam"];
                /** @description What the list is ordered by; `position`, as the texts have it, unless given. */
                sort?: components["parameters"]["StatisticSortParam"];
                /** @description Direction of the order; `asc` unless given. */
                order?: components["parameters"]["OrderParam"];
                /** @description Begin with a byte order mark, by which Excel knows that the file is UTF-8; `false` unless given. */
                bom?: components["parameters"]["BomParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CSVFile"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportStatisticsNdjson: {
        parameters: {
            query?: {
                /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `"year of culture"`. */
                q?: components["parameters"]["StatisticQParam"];
                /** @description Only of these articles. */
                article?: components["parameters"]["ArticleParam"];
                /** @description Only in these units (codes). */
                unit?: components["parameters"]["StatisticUnitParam"];
                /** @description Only with these comparators. */
                comparator?: components["parameters"]["StatisticComparatorParam"];
                /**
                 * @description Only about these actors.
                 * @example [
                 *       "china"
                 *     ]
                 */
                subject?: components["parameters"]["StatisticSubjectParam"];
                /** @description Only attributed to these actors. */
                source?: components["parameters"]["StatisticSourceParam"];
                /** @description Only belonging to these events. */
                event?: components["parameters"]["StatisticEventParam"];
                /** @description Only figures of at least this, in their own unit. For example `2000`. */
                min?: components["parameters"]["StatisticMinParam"];
                /** @description Only figures of at most this, in their own unit. For example `2100`. */
                max?: components["parameters"]["StatisticMaxParam"];
                /** @description Only what may lie on or after this day. For example `2022-01-01`. */
                from?: components["parameters"]["FromParam"];
                /** @description Only what may lie on or before this day. For example `2025-12-31`. */
                to?: components["parameters"]["ToParam"];
                /** @description Only the items with these ids. */
                id?: components["parameters"]["StatisticIdsParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: components["parameters"]["StatisticNotParam"];
                /** @description What the list is ordered by; `position`, as the texts have it, unless given. */
                sort?: components["parameters"]["StatisticSortParam"];
                /** @description Direction of the order; `asc` unless given. */
                order?: components["parameters"]["OrderParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["NDJSONFile"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportStatisticsXlsx: {
        parameters: {
            query?: {
                /** @description Only what has these words, in any form; `-word`: without it; `this OR that`, `"side by side"`, `begin*`. At most 32 count. For example `"year of culture"`. */
                q?: components["parameters"]["StatisticQParam"];
                /** @description Only of these articles. */
                article?: components["parameters"]["ArticleParam"];
                /** @description Only in these units (codes). */
                unit?: components["parameters"]["StatisticUnitParam"];
                /** @description Only with these comparators. */
                comparator?: components["parameters"]["StatisticComparatorParam"];
                /**
                 * @description Only about these actors.
                 * @example [
                 *       "china"
                 *     ]
                 */
                subject?: components["parameters"]["StatisticSubjectParam"];
                /** @description Only attributed to these actors. */
                source?: components["parameters"]["StatisticSourceParam"];
                /** @description Only belonging to these events. */
                event?: components["parameters"]["StatisticEventParam"];
                /** @description Only figures of at least this, in their own unit. For example `2000`. */
                min?: components["parameters"]["StatisticMinParam"];
                /** @description Only figures of at most this, in their own unit. For example `2100`. */
                max?: components["parameters"]["StatisticMaxParam"];
                /** @description Only what may lie on or after this day. For example `2022-01-01`. */
                from?: components["parameters"]["FromParam"];
                /** @description Only what may lie on or before this day. For example `2025-12-31`. */
                to?: components["parameters"]["ToParam"];
                /** @description Only the items with these ids. */
                id?: components["parameters"]["StatisticIdsParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: components["parameters"]["StatisticNotParam"];
                /** @description What the list is ordered by; `position`, as the texts have it, unless given. */
                sort?: components["parameters"]["StatisticSortParam"];
                /** @description Direction of the order; `asc` unless given. */
                order?: components["parameters"]["OrderParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["XLSXFile"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportMentionsCsv: {
        parameters: {
            query?: {
                /** @description Only of these articles. */
                article?: components["parameters"]["ArticleParam"];
                /** @description Only mentions that end behind this offset (code points). For example `0`. */
                start?: components["parameters"]["MentionStartParam"];
                /** @description Only mentions that start before this offset (code points). For example `2000`. */
                end?: components["parameters"]["MentionEndParam"];
                /** @description Only these words, verbatim. For example `invasi`. */
                exact?: components["parameters"]["MentionExactParam"];
                /** @description Only in these roles. */
                role?: components["parameters"]["MentionRoleParam"];
                /**
                 * @description Only of facts of these types.
                 * @example [
                 *       "event"
                 *     ]
                 */
                factType?: components["parameters"]["MentionFactTypeParam"];
                /** @description Only of the facts with these ids. */
                fact?: components["parameters"]["MentionFactParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: components["parameters"]["MentionNotParam"];
                /** @description What the list is ordered by; `position`, as the texts have it, unless given. */
                sort?: components["parameters"]["MentionSortParam"];
                /** @description Direction of the order; `asc` unless given. */
                order?: components["parameters"]["OrderParam"];
                /** @description Begin with a byte order mark, by which Excel knows that the file is UTF-8; `false` unless given. */
                bom?: components["parameters"]["BomParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CSVFile"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportMentionsNdjson: {
        parameters: {
            query?: {
                /** @description Only of these articles. */
                article?: components["parameters"]["ArticleParam"];
                /** @description Only mentions that end behind this offset (code points). For example `0`. */
                start?: components["parameters"]["MentionStartParam"];
                /** @description Only mentions that start before this offset (code points). For example `2000`. */
                end?: components["parameters"]["MentionEndParam"];
                /** @description Only these words, verbatim. For example `invasi`. */
                exact?: components["parameters"]["MentionExactParam"];
                /** @description Only in these roles. */
                role?: components["parameters"]["MentionRoleParam"];
                /**
                 * @description Only of facts of these types.
                 * @example [
                 *       "event"
                 *     ]
                 */
                factType?: components["parameters"]["MentionFactTypeParam"];
                /** @description Only of the facts with these ids. */
                fact?: components["parameters"]["MentionFactParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: components["parameters"]["MentionNotParam"];
                /** @description What the list is ordered by; `position`, as the texts have it, unless given. */
                sort?: components["parameters"]["MentionSortParam"];
                /** @description Direction of the order; `asc` unless given. */
                order?: components["parameters"]["OrderParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["NDJSONFile"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportMentionsXlsx: {
        parameters: {
            query?: {
                /** @description Only of these articles. */
                article?: components["parameters"]["ArticleParam"];
                /** @description Only mentions that end behind this offset (code points). For example `0`. */
                start?: components["parameters"]["MentionStartParam"];
                /** @description Only mentions that start before this offset (code points). For example `2000`. */
                end?: components["parameters"]["MentionEndParam"];
                /** @description Only these words, verbatim. For example `invasi`. */
                exact?: components["parameters"]["MentionExactParam"];
                /** @description Only in these roles. */
                role?: components["parameters"]["MentionRoleParam"];
                /**
                 * @description Only of facts of these types.
                 * @example [
                 *       "event"
                 *     ]
                 */
                factType?: components["parameters"]["MentionFactTypeParam"];
                /** @description Only of the facts with these ids. */
                fact?: components["parameters"]["MentionFactParam"];
                /** @description Leaves out what this filter would find, as `field:value`. */
                not?: components["parameters"]["MentionNotParam"];
                /** @description What the list is ordered by; `position`, as the texts have it, unless given. */
                sort?: components["parameters"]["MentionSortParam"];
                /** @description Direction of the order; `asc` unless given. */
                order?: components["parameters"]["OrderParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["XLSXFile"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportSqlite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description SQLite file. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.sqlite3": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["InvalidParameter"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
            507: components["responses"]["InsufficientStorage"];
        };
    };
}

/** What problems are called; a later server may have others. */
export type Slug = | "invalid-parameter" | "invalid-cursor" | "cursor-gone" | "invalid-body" | "malformed-request" | "unauthorized" | "read-only" | "foreign-origin" | "not-found" | "method-not-allowed" | "conflict" | "precondition-failed" | "too-many-requests" | "insufficient-storage" | "request-timeout" | "body-too-large" | "url-too-long" | "unsupported-media-type" | "expectation-failed" | "headers-too-large" | "internal-error" | "unavailable" | (string & Record<never, never>);
