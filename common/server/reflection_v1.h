// gRPC server reflection, v1. Debian's plugin serves only v1alpha, and today's clients ask for v1 first.
#ifndef ANNALS_COMMON_SERVER_REFLECTION_V1_H_
#define ANNALS_COMMON_SERVER_REFLECTION_V1_H_

#include <string>
#include <vector>

#include "grpc/reflection/v1/reflection.grpc.pb.h"

namespace annals {

// Answers from the descriptors compiled into the binary. Thread-safe.
class ReflectionV1 final : public grpc::reflection::v1::ServerReflection::Service {
 public:
  // Full names of the services to list, in the order to list them.
  explicit ReflectionV1(std::vector<std::string> services) : services_(std::move(services)) {}

  grpc::Status ServerReflectionInfo(
      grpc::ServerContext* context,
      grpc::ServerReaderWriter<grpc::reflection::v1::ServerReflectionResponse,
                               grpc::reflection::v1::ServerReflectionRequest>* stream) override;

  // One answer; a question without one has an ErrorResponse.
  grpc::reflection::v1::ServerReflectionResponse Answer(
      const grpc::reflection::v1::ServerReflectionRequest& request) const;

 private:
  const std::vector<std::string> services_;
};

}  // namespace annals

#endif  // ANNALS_COMMON_SERVER_REFLECTION_V1_H_
