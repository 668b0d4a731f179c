#include "tests/support/process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "absl/status/status.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "common/status_macros.h"

extern char** environ;

namespace annals {
namespace {

// The number after the first "port": in what is logged line by line; 0 where there is none yet.
int PortIn(const std::string& log) {
  const std::string key = "\"port\":";
  const size_t at = log.find(key);
  int port = 0;
  if (at == std::string::npos || log.find('\n', at) == std::string::npos) return 0;
  const size_t begin = at + key.size();
  return absl::SimpleAtoi(log.substr(begin, log.find_first_not_of("0123456789", begin) - begin), &port) ? port
                                                                                                        : 0;
}

std::vector<char*> Pointers(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  for (std::string& string : strings) pointers.push_back(string.data());
  pointers.push_back(nullptr);
  return pointers;
}

// Between fork and exec: only what is safe after a fork of a process with threads.
[[noreturn]] void BecomeCommand(char* const* arguments, char* const* environment, int error_pipe) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  dup2(error_pipe, STDERR_FILENO);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  execve(arguments[0], arguments, environment);
  _exit(127);
}

}  // namespace

std::string BinaryPath(const std::string& command) { return absl::StrCat(ANNALS_BINARY_DIR, "/", command); }

absl::StatusOr<std::unique_ptr<Process>> Process::Start(const std::vector<std::string>& arguments,
                                                        const std::vector<std::string>& environment) {
  std::vector<std::string> argument_strings = arguments;
  std::vector<std::string> environment_strings = environment;
  for (char** variable = environ; *variable != nullptr; ++variable)
    environment_strings.emplace_back(*variable);
  const std::vector<char*> argv = Pointers(argument_strings);
  const std::vector<char*> envp = Pointers(environment_strings);
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return absl::UnavailableError("no pipe");
  const pid_t pid = fork();
  if (pid == 0) BecomeCommand(argv.data(), envp.data(), ends[1]);
  close(ends[1]);
  if (pid < 0) {
    close(ends[0]);
    return absl::UnavailableError("cannot fork");
  }
  return std::unique_ptr<Process>(new Process(pid, ends[0]));
}

absl::StatusOr<std::unique_ptr<Process>> Process::StartServer(const std::vector<std::string>& arguments) {
  ANNALS_ASSIGN_OR_RETURN(auto process, Start(arguments));
  std::unique_lock lock(process->mutex_);
  process->logged_.wait(lock, [&] { return process->closed_ || PortIn(process->log_) != 0; });
  process->port_ = PortIn(process->log_);
  if (process->port_ == 0)
    return absl::UnavailableError(absl::StrCat(arguments[0], " says: ", process->log_));
  lock.unlock();
  return process;
}

Process::Process(pid_t pid, int error_pipe)
    : pid_(pid), reader_([this, error_pipe] { ReadErrors(error_pipe); }) {}

Process::~Process() { Kill(); }

std::string Process::address() const { return absl::StrCat("127.0.0.1:", port_); }

void Process::Signal(int signal) {
  if (!ended_) kill(pid_, signal);
}

int Process::Wait() {
  if (ended_) return status_;
  int status = 0;
  waitpid(pid_, &status, 0);
  reader_.join();
  ended_ = true;
  status_ = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  return status_;
}

void Process::Kill() {
  Signal(SIGKILL);
  Wait();
}

std::string Process::Log() {
  const std::lock_guard lock(mutex_);
  return log_;
}

void Process::ReadErrors(int pipe) {
  char buffer[4096];
  ssize_t size = 0;
  while ((size = read(pipe, buffer, sizeof buffer)) > 0) {
    const std::lock_guard lock(mutex_);
    log_.append(buffer, static_cast<size_t>(size));
    logged_.notify_all();
  }
  close(pipe);
  const std::lock_guard lock(mutex_);
  closed_ = true;
  logged_.notify_all();
}

}  // namespace annals
