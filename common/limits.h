// Every limit of the two services, each with its reason. The proto files name the ones a client meets.
#ifndef ANNALS_COMMON_LIMITS_H_
#define ANNALS_COMMON_LIMITS_H_

#include <cstddef>
#include <cstdint>

#include "absl/time/time.h"

namespace annals::limits {

// --- What an article may be ---

// A newspaper article is 2 to 20 kB, the longest report some hundred. Reading takes up to 140 times the text
// in memory (measured: 0.6 GB for 4 MiB of nested quotation marks) and, for the worst of texts, seconds. 4
// MiB is also what a plain gRPC client can read back without raising its own limit.
inline constexpr size_t kArticleTextBytes = 4 << 20;
// It is a key; RocksDB compares keys often.
inline constexpr size_t kArticleIdBytes = 256;
// Longer headlines and addresses are mistakes.
inline constexpr size_t kTitleBytes = 4 << 10;
inline constexpr size_t kUrlBytes = 4 << 10;
inline constexpr size_t kSourceBytes = 1 << 10;
inline constexpr size_t kAuthorBytes = 1 << 10;
// Room for an RFC 3339 time with fraction and offset, and for a MIME type or language tag.
inline constexpr size_t kShortFieldBytes = 64;
// An extraction repeats the article's sentences as evidence. What grows beyond this is an attack, and a
// follower could not take its entry in. A stream of NATS holds no message of 32 MiB with what belongs to it.
inline constexpr size_t kEntryBytes = (32 << 20) - (64 << 10);

// --- What users may teach ---

// All of it is in memory, and laid over the lexicon anew when an article is read after a change: 0.2 s
// with so many (extractor_teaching_bench). More names than that belong into files (--lexicon_dir).
inline constexpr size_t kTaughtEntities = 20000;
inline constexpr size_t kTaughtMerges = 20000;
// Short forms, former names, other languages, other scripts.
inline constexpr int kTaughtAliases = 64;
// A single character stands for too much else.
inline constexpr size_t kTaughtNameCharacters = 2;

// --- What a request may be ---

// Above the article's limit, so that one of 10 MB is still read and refused with the field's name; gRPC
// itself refuses what is larger (RESOURCE_EXHAUSTED without details) before it takes memory.
inline constexpr int kReceivedMessageBytes = 16 << 20;
// What a client of ours has to be ready to receive: one entry of the largest size and its wrapping.
inline constexpr int kClientReceivedMessageBytes = 64 << 20;
// A listing ends its page at either; summaries are 100 bytes as a rule and 11 KiB at most.
inline constexpr int32_t kDefaultArticlePage = 100;
inline constexpr int32_t kMaxArticlePage = 1000;
inline constexpr size_t kArticlePageBytes = 1 << 20;
// Longest page token that is looked at: an article id and its envelope, in base64.
inline constexpr size_t kPageTokenBytes = 2 << 10;
// A client's x-request-id is echoed into every log line of its call.
inline constexpr size_t kRequestIdBytes = 64;
// So is its traceparent: 55 bytes today, and some that a later version may add.
inline constexpr size_t kTraceparentBytes = 128;
// Details travel in a trailer, and a client accepts 8 KiB of metadata in all.
inline constexpr size_t kStatusDetailBytes = 5 << 10;
inline constexpr size_t kStatusMessageBytes = 1 << 10;

// --- What a server does at once ---

// The synchronous gRPC API holds a thread for every call under way, streams included. 96 threads are 16
// followers, 16 streams of submissions and 64 other calls: group commit gains nothing beyond 64 writers.
inline constexpr int kServerThreads = 96;
// On one connection: a client with more waits for itself.
inline constexpr int kConcurrentStreamsPerConnection = 64;
inline constexpr int kFollowers = 16;
inline constexpr int kSubmitStreams = 16;
// Streams of changes to events: each holds a thread, as a follower does.
inline constexpr int kWatchers = kFollowers;
// Streams that read stored articles again: two of them would read the same.
inline constexpr int kReextractStreams = 2;
// Exports of the graph: each holds a thread and the rows of its moment for as long as its client reads.
inline constexpr int kGraphExports = 4;
// What a thread that reads articles is counted with when there are more processors than memory for them:
// an ordinary article takes up to 20 MB, one of the largest 0.6 GB (see kArticleTextBytes), the lexicon 90
// MB.
inline constexpr size_t kExtractionThreadBytes = 256 << 20;
// Extractions at once: one for each of the two cores a node has.
inline constexpr int kExtractionThreads = 2;
// Beyond it the one writer of the journal is what limits.
inline constexpr int kMaxExtractionThreads = 32;
// Larger ones take seconds: all threads but one read them, so that ordinary articles always find one.
inline constexpr size_t kLargeArticleBytes = 128 << 10;
// Single articles that wait to be read: at a few ms each the last of them waits half a second. Beyond it,
// OVERLOADED. Below kServerThreads, so that it is this server that refuses, with RetryInfo, and not gRPC.
inline constexpr size_t kWaitingExtractions = 56;
// Articles of one stream between reading the request and writing the response; the stream is not read
// further meanwhile.
inline constexpr size_t kStreamArticlesInFlight = 64;
inline constexpr size_t kStreamBytesInFlight = 8 << 20;
// With a shared journal: articles taken from the queue at once for each thread that reads, as three quarters
// of an article's time are spent on waiting for the journal's servers.
inline constexpr int kQueuedPerThread = 4;
// What was taught just before an article was taken in reaches the extractor that reads it within so long, or
// the article is read without.
inline constexpr absl::Duration kTaughtWait = absl::Seconds(2);
// Heads of stored articles that are looked at together when articles are read again, and how many of these
// are read ahead: enough to keep the threads busy, and few enough to leave the other callers their turns.
inline constexpr size_t kReextractPage = 256;
inline constexpr size_t kReextractInFlight = 16;
// Submissions that wait for the journal's writer, and how many it takes into one synced batch. Beyond 100 a
// batch gains nothing.
inline constexpr size_t kWaitingSubmissions = 1024;
inline constexpr size_t kBatchSubmissions = 128;
inline constexpr size_t kBatchBytes = 4 << 20;
// With a shared journal, texts of submissions that wait for some extractor to read them.
inline constexpr size_t kWaitingSubmissionBytes = 64 << 20;

// --- What of its container's memory a server takes ---

// Of all of it the divisor's part, within the two ends.
struct MemoryPart {
  uint64_t divisor;
  size_t least;
  size_t most;
};
// What is read of the index, as blocks and as rows. The rest is for pages of the operating system, which hold
// the same blocks compressed.
inline constexpr MemoryPart kIndexCache{.divisor = 4, .least = 8 << 20, .most = 1 << 30};
// Blocks of the journal, which is written often and read seldom: memory is for reading articles.
inline constexpr MemoryPart kJournalCache{.divisor = 16, .least = 8 << 20, .most = 256 << 20};
// gRPC's buffers of calls under way, in all. No less than two of the largest messages.
inline constexpr MemoryPart kServerBuffers{.divisor = 8, .least = 32 << 20, .most = 256 << 20};

// --- What a read may ask for, and touch ---

// An entity's id or any of its names: ids are at most this long.
inline constexpr size_t kEntityNameBytes = 256;
inline constexpr size_t kEventIdBytes = 64;
// What a filter may list: more than there are types, roles and statuses in all.
inline constexpr int kFilterValues = 64;
// A page of 500 events stays around 1 MB.
inline constexpr int32_t kDefaultEventPage = 50;
inline constexpr int32_t kMaxEventPage = 500;
inline constexpr int32_t kDefaultEntityPage = 20;
inline constexpr int32_t kMaxEntityPage = 100;
// An entity page shows so many relations; the rest is what GetNeighborhood is for.
inline constexpr size_t kEntityRelations = 200;
// A neighbourhood beyond this is everybody.
inline constexpr int32_t kMaxDepth = 4;
inline constexpr int32_t kDefaultEdges = 200;
inline constexpr int32_t kMaxEdges = 2000;
inline constexpr int32_t kDefaultFanout = 100;
inline constexpr int32_t kMaxFanout = 500;
// Paths of more hops connect anybody with anybody. Of a super-node the newest edges are looked at.
inline constexpr int32_t kDefaultPaths = 3;
inline constexpr int32_t kMaxPaths = 10;
inline constexpr int32_t kDefaultPathFanout = 500;
inline constexpr int32_t kMaxPathFanout = 2000;
// A page of 500 tenures with the ids of their events stays below 1 MB.
inline constexpr int32_t kDefaultTenures = 100;
inline constexpr int32_t kMaxTenures = 500;
// Cells of a table of moves, and the people and events that all of them list: with the people's names 1 MB.
inline constexpr int32_t kDefaultFlows = 200;
inline constexpr int32_t kMaxFlows = 1000;
inline constexpr size_t kFlowIds = 10000;
// Rows of the index one read looks at before it answers with what it has, `truncated`: about 100 ms, and the
// whole timeline of the largest entity a benchmark has (60,000 events).
inline constexpr uint64_t kReadRows = 200000;
// Reads that may wait for min_revision at once: each holds a thread.
inline constexpr int kWaitingReads = 32;

// --- Following the journal ---

inline constexpr size_t kFollowBatchEntries = 512;
inline constexpr size_t kFollowBatchBytes = 1 << 20;
// A follower hears from the journal at least this often, so it can tell a quiet journal from a dead one.
inline constexpr absl::Duration kFollowHeartbeat = absl::Seconds(5);
// How often a waiting stream looks whether its client has gone.
inline constexpr absl::Duration kCancellationPoll = absl::Milliseconds(100);

// --- Waiting ---

// A server that is told to stop says so for so long before it refuses calls: clients that watch its health
// hear of it in milliseconds. Behind a balancer that asks every few seconds: longer.
inline constexpr absl::Duration kLameDuck = absl::Seconds(1);
// A stopping server lets calls under way finish for so long; orchestrators kill after 30 s.
inline constexpr absl::Duration kDrain = absl::Seconds(10);
// What RetryInfo advises when a queue is full: about the time the queue takes.
inline constexpr absl::Duration kOverloadedRetry = absl::Seconds(1);
// A read with min_revision waits so long for the index to get there.
inline constexpr absl::Duration kMinRevisionWait = absl::Seconds(2);
// A connection without traffic is pinged; a peer that does not answer is gone.
inline constexpr absl::Duration kKeepalive = absl::Seconds(60);
inline constexpr absl::Duration kKeepaliveTimeout = absl::Seconds(20);
// A client that pings more often than this is cut off.
inline constexpr absl::Duration kClientPingInterval = absl::Seconds(10);

}  // namespace annals::limits

#endif  // ANNALS_COMMON_LIMITS_H_
