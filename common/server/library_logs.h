// What gRPC and protobuf have to say, as lines of our log instead of text of theirs on standard error.
#ifndef ANNALS_COMMON_SERVER_LIBRARY_LOGS_H_
#define ANNALS_COMMON_SERVER_LIBRARY_LOGS_H_

namespace annals {

// Process-wide; before the first use of either library.
void RedirectLibraryLogs();

}  // namespace annals

#endif  // ANNALS_COMMON_SERVER_LIBRARY_LOGS_H_
