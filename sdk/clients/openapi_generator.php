<?php

declare(strict_types=1);

use ArticleFacts\Api\EventsApi;
use ArticleFacts\Api\ExportsApi;
use ArticleFacts\Api\QuotesApi;
use ArticleFacts\Api\SearchApi;
use ArticleFacts\Api\StatisticsApi;
use ArticleFacts\ApiException;
use ArticleFacts\Configuration;
use ArticleFacts\Model\Event;
use ArticleFacts\Model\EventStatus;
use ArticleFacts\Model\HitType;
use ArticleFacts\Model\Problem;
use ArticleFacts\Model\QuoteKind;

error_reporting(E_ALL);
set_error_handler(fn (int $level, string $message) => throw new ErrorException($message));
spl_autoload_register(function (string $class): void {
    $path = str_replace(['ArticleFacts\\', '\\'], ['', '/'], $class);
    if (is_file(__DIR__ . "/client/lib/$path.php")) {
        require __DIR__ . "/client/lib/$path.php";
    }
});

$configuration = (new Configuration())->setHost(getenv('ADDRESS'));
$eventsApi = new EventsApi(config: $configuration);
$quotesApi = new QuotesApi(config: $configuration);
$exportsApi = new ExportsApi(config: $configuration);

$quotes = $quotesApi->listQuotes(
    kind: [QuoteKind::DIRECT, QuoteKind::INDIRECT],
    speaker: ['china', 'xi-jinping'],
);

$walked = [];
$cursor = null;
do {
    $page = $eventsApi->listEvents(limit: 20, cursor: $cursor);
    foreach ($page->getData() as $item) {
        $walked[] = $item->getId();
    }
    $cursor = $page->getPage()->getNext();
} while ($cursor !== null);

$event = $eventsApi->getEvent('putin-harbin-visit-2024');
assert($event instanceof Event);
$statistic = (new StatisticsApi(config: $configuration))
    ->getStatistic('share-of-china-russia-settlements-suspended-march-2024');

try {
    $quotesApi->getQuote('no-such-quote');
    throw new LogicException('no error');
} catch (ApiException $error) {
    $problem = $error->getResponseObject();
    assert($problem instanceof Problem);
}

$hits = (new SearchApi(config: $configuration))
    ->searchFacts('harbin', type: [HitType::EVENT, HitType::PLACE], limit: 5);

function textOf(SplFileObject $file): string
{
    $file->rewind();
    return $file->fread($file->fstat()['size']);
}

echo json_encode([
    'quotes' => $quotes->getData(),
    'walked' => $walked,
    'event' => $event,
    'isExpected' => $event->getStatus() === EventStatus::EXPECTED,
    'hasDate' => $event->getDate() !== null,
    'statistic' => $statistic,
    'earliest' => $statistic->getPeriod()->getEarliest(),
    'problem' => [
        'type' => $problem->getType(),
        'title' => $problem->getTitle(),
        'status' => $problem->getStatus(),
        'detail' => $problem->getDetail(),
        'errors' => $problem->getErrors(),
    ],
    'hits' => $hits->getData(),
    'csv' => textOf($exportsApi->exportQuotesCsv(kind: [QuoteKind::DIRECT])),
    'ndjson' => textOf($exportsApi->exportQuotesNdjson(kind: [QuoteKind::DIRECT])),
], JSON_THROW_ON_ERROR);
