import com.squareup.moshi.adapter
import org.articlefacts.apis.EventsApi
import org.articlefacts.apis.ExportsApi
import org.articlefacts.apis.QuotesApi
import org.articlefacts.apis.SearchApi
import org.articlefacts.apis.StatisticsApi
import org.articlefacts.infrastructure.ClientError
import org.articlefacts.infrastructure.ClientException
import org.articlefacts.infrastructure.Serializer
import org.articlefacts.models.EventStatus
import org.articlefacts.models.HitType
import org.articlefacts.models.Period
import org.articlefacts.models.Problem
import org.articlefacts.models.QuoteKind

/** What it has as JSON, with its nulls. */
@OptIn(ExperimentalStdlibApi::class)
inline fun <reified T> json(value: T): String = Serializer.moshi.adapter<T>().serializeNulls().toJson(value)

fun missingQuote(api: QuotesApi): Problem {
    try {
        api.getQuote("no-such-quote")
    } catch (error: ClientException) {
        // An error has the text of its answer.
        val body = (error.response as ClientError<*>).body as String
        return Serializer.moshi.adapter(Problem::class.java).fromJson(body)!!
    }
    error("no error")
}

fun main() {
    val address = System.getenv("ADDRESS")
    val events = EventsApi(address)
    val quotes = QuotesApi(address)
    val exports = ExportsApi(address)

    val said = quotes.listQuotes(
        kind = listOf(QuoteKind.direct, QuoteKind.indirect),
        speaker = listOf("china", "xi-jinping"),
    )

    val walked = mutableListOf<String>()
    var cursor: String? = null
    do {
        val page = events.listEvents(limit = 20, cursor = cursor)
        walked += page.data.map { it.id }
        cursor = page.page.next
    } while (cursor != null)

    val event = events.getEvent("putin-harbin-visit-2024")
    // What may be null has to be asked for it.
    val date: Period? = event.date
    val statistic =
        StatisticsApi(address).getStatistic("share-of-china-russia-settlements-suspended-march-2024")
    val problem = missingQuote(quotes)
    val hits = SearchApi(address)
        .searchFacts("harbin", type = listOf(HitType.event, HitType.place), limit = 5)
    val csv = exports.exportQuotesCsv(kind = listOf(QuoteKind.direct))
    val ndjson = exports.exportQuotesNdjson(kind = listOf(QuoteKind.direct))

    val answers = mapOf(
        "quotes" to json(said.data),
        "walked" to json<List<String>>(walked),
        "event" to json(event),
        "isExpected" to json(event.status == EventStatus.expected),
        "hasDate" to json(date != null),
        "statistic" to json(statistic),
        "earliest" to json(statistic.period?.earliest),
        "problem" to json(
            mapOf(
                "type" to problem.type,
                "title" to problem.title,
                "status" to problem.status,
                "detail" to problem.detail,
                "errors" to problem.errors,
            ),
        ),
        "hits" to json(hits.data),
        "csv" to json(csv.readText()),
        "ndjson" to json(ndjson.readText()),
    )
    println(answers.entries.joinToString(",", "{", "}") { (name, text) -> "\"$name\":$text" })
}
