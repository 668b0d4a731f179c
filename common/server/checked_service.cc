#include "common/server/checked_service.h"

#include "absl/strings/str_cat.h"
#include "common/server/grpc_status.h"
#include "common/server/request_bytes.h"
#include "grpc/byte_buffer.h"
#include "grpcpp/impl/rpc_service_method.h"
#include "grpcpp/support/byte_buffer.h"
#include "grpcpp/support/method_handler.h"
#include "grpcpp/support/slice.h"
#include "grpcpp/support/sync_stream.h"

namespace annals {
namespace {

using grpc::internal::MethodHandler;
using grpc::internal::RpcMethod;
using grpc::internal::RpcServiceMethod;

// A second reference to a request's bytes: parsing gives up the first.
class KeptBytes {
 public:
  explicit KeptBytes(grpc_byte_buffer* buffer) : buffer_(buffer ? grpc_byte_buffer_copy(buffer) : nullptr) {}
  ~KeptBytes() {
    if (buffer_ != nullptr) grpc_byte_buffer_destroy(buffer_);
  }
  KeptBytes(const KeptBytes&) = delete;
  KeptBytes& operator=(const KeptBytes&) = delete;

  std::string Flat() const {
    std::string flat;
    if (buffer_ == nullptr) return flat;
    for (size_t i = 0; i < buffer_->data.raw.slice_buffer.count; ++i) {
      const grpc::Slice slice(buffer_->data.raw.slice_buffer.slices[i], grpc::Slice::ADD_REF);
      flat.append(reinterpret_cast<const char*>(slice.begin()), slice.size());
    }
    return flat;
  }

 private:
  grpc_byte_buffer* const buffer_;
};

class CheckingHandler final : public MethodHandler {
 public:
  CheckingHandler(MethodHandler& inner, const google::protobuf::MethodDescriptor& method,
                  const CallGate& gate)
      : inner_(inner), request_(*method.input_type()), needed_(AccessNeeded(method)), gate_(gate) {}

  void RunHandler(const HandlerParameter& parameter) override {
    const absl::Status admitted = gate_.Admit(*parameter.server_context, needed_);
    admitted.ok() ? inner_.RunHandler(parameter) : Refuse(parameter, ToGrpcStatus(admitted));
  }

  void* Deserialize(grpc_call* call, grpc_byte_buffer* bytes, grpc::Status* status,
                    void** handler_data) override {
    const KeptBytes kept(bytes);
    void* const request = inner_.Deserialize(call, bytes, status, handler_data);
    if (!status->ok()) *status = ToGrpcStatus(DiagnoseRequest(kept.Flat(), request_));
    return request;
  }

 private:
  // A stream that ends at once with a status looks to the client like any call that failed.
  static void Refuse(const HandlerParameter& parameter, const grpc::Status& status) {
    // It stands in the call's arena, and only the handler would have destroyed it.
    if (parameter.request != nullptr && parameter.status.ok()) {
      static_cast<google::protobuf::Message*>(parameter.request)->~Message();
    }
    using Stream = grpc::ServerReaderWriter<grpc::ByteBuffer, grpc::ByteBuffer>;
    grpc::internal::TemplatedBidiStreamingHandler<Stream, false>([&](grpc::ServerContext*, Stream*) {
      return status;
    }).RunHandler(parameter);
  }

  MethodHandler& inner_;
  const google::protobuf::Descriptor& request_;
  const v1::Access needed_;
  const CallGate& gate_;
};

// GetHandler is for derived classes; a pointer to the member that a derived class names may be used on any
// service.
struct HandlerOf : grpc::Service {
  static MethodHandler& Get(grpc::Service& service, int index) {
    MethodHandler* (grpc::Service::*const get)(int) = &HandlerOf::GetHandler;
    return *(service.*get)(index);
  }
};

RpcMethod::RpcType TypeOf(const google::protobuf::MethodDescriptor& method) {
  if (method.client_streaming()) {
    return method.server_streaming() ? RpcMethod::BIDI_STREAMING : RpcMethod::CLIENT_STREAMING;
  }
  return method.server_streaming() ? RpcMethod::SERVER_STREAMING : RpcMethod::NORMAL_RPC;
}

}  // namespace

CheckedService::CheckedService(absl::string_view full_name, grpc::Service& service, const CallGate& gate)
    : gate_(gate) {
  const auto* descriptor =
      google::protobuf::DescriptorPool::generated_pool()->FindServiceByName(std::string(full_name));
  // Generated code adds its methods in the order of the proto file.
  for (int i = 0; descriptor != nullptr && i < descriptor->method_count(); ++i) {
    AddChecked(*descriptor->method(i), HandlerOf::Get(service, i));
  }
}

void CheckedService::AddChecked(const google::protobuf::MethodDescriptor& method, MethodHandler& handler) {
  paths_.push_back(
      absl::StrCat("/", std::string(method.service()->full_name()), "/", std::string(method.name())));
  AddMethod(new RpcServiceMethod(paths_.back().c_str(), TypeOf(method),
                                 new CheckingHandler(handler, method, gate_)));
}

}  // namespace annals
