# frozen_string_literal: true

require 'json'
require 'logger'
require 'article_facts'

ArticleFacts.configure do |it|
  it.server_index = nil
  it.scheme, it.host = ENV.fetch('ADDRESS').split('://')
  it.base_path = ''
  # It tells where it has put files.
  it.logger = Logger.new($stderr)
end

quotes_api = ArticleFacts::QuotesApi.new
events_api = ArticleFacts::EventsApi.new
exports_api = ArticleFacts::ExportsApi.new

direct = ArticleFacts::QuoteKind::DIRECT
quotes = quotes_api.list_quotes(
  kind: [direct, ArticleFacts::QuoteKind::INDIRECT],
  speaker: %w[china xi-jinping]
)

walked = []
asked = { limit: 20 }
loop do
  page = events_api.list_events(asked)
  walked.concat(page.data.map(&:id))
  break if page.page._next.nil?

  asked[:cursor] = page.page._next
end

event = events_api.get_event('putin-harbin-visit-2024')
statistic = ArticleFacts::StatisticsApi.new.get_statistic(
  'share-of-china-russia-settlements-suspended-march-2024'
)

def missing_quote(quotes_api)
  quotes_api.get_quote('no-such-quote')
  raise 'no error'
rescue ArticleFacts::ApiError => e
  # An error has the text of its answer.
  ArticleFacts::Problem.build_from_hash(JSON.parse(e.response_body, symbolize_names: true))
end

problem = missing_quote(quotes_api)
hits = ArticleFacts::SearchApi.new.search_facts(
  'harbin',
  type: [ArticleFacts::HitType::EVENT, ArticleFacts::HitType::PLACE],
  limit: 5
)

puts JSON.generate(
  quotes: quotes.data.map(&:to_hash),
  walked: walked,
  event: event.to_hash,
  isExpected: event.status == ArticleFacts::EventStatus::EXPECTED,
  hasDate: !event.date.nil?,
  statistic: statistic.to_hash,
  earliest: statistic.period.earliest,
  problem: problem.to_hash.slice(:type, :title, :status, :detail, :errors),
  hits: hits.data.map(&:to_hash),
  csv: File.read(exports_api.export_quotes_csv(kind: [direct]).path, encoding: 'UTF-8'),
  ndjson: File.read(exports_api.export_quotes_ndjson(kind: [direct]).path, encoding: 'UTF-8')
)
