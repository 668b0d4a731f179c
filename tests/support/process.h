// A server of ours as a process of its own: started, waited for, killed.
#ifndef ANNALS_TESTS_SUPPORT_PROCESS_H_
#define ANNALS_TESTS_SUPPORT_PROCESS_H_

#include <sys/types.h>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "absl/status/statusor.h"

namespace annals {

// Where the build puts a command: BinaryPath("annals-extractor").
std::string BinaryPath(const std::string& command);

// A child process whose standard error is read as it comes. Killed by the destructor if it still runs, and by
// the kernel when the thread that started it ends.
class Process {
 public:
  // UNAVAILABLE: cannot be started. `environment`: "NAME=value", added to the test's own.
  static absl::StatusOr<std::unique_ptr<Process>> Start(const std::vector<std::string>& arguments,
                                                        const std::vector<std::string>& environment = {});

  // The same, then waits for the first line of the log that names a port. UNAVAILABLE, with the log: it ended
  // before.
  static absl::StatusOr<std::unique_ptr<Process>> StartServer(const std::vector<std::string>& arguments);

  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  int port() const { return port_; }
  // "127.0.0.1:PORT".
  std::string address() const;

  // Sends SIGKILL, SIGTERM … to this process only. Nothing if it has ended.
  void Signal(int signal);
  // Blocks until it ends: its exit status, or minus the signal that killed it. Later calls give the same.
  int Wait();
  // Kill -9 and Wait.
  void Kill();
  // What it wrote to standard error; all of it once Wait has returned.
  std::string Log();

 private:
  Process(pid_t pid, int error_pipe);
  void ReadErrors(int pipe);

  const pid_t pid_;
  int port_ = 0;
  bool ended_ = false;
  int status_ = 0;
  std::mutex mutex_;
  std::condition_variable logged_;
  std::string log_;
  bool closed_ = false;
  std::thread reader_;
};

}  // namespace annals

#endif  // ANNALS_TESTS_SUPPORT_PROCESS_H_
