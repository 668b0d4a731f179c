#include "tests/support/certificates.h"

#include <gtest/gtest.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <atomic>
#include <filesystem>

namespace annals {
namespace {

constexpr long kDay = 24 * 60 * 60;

void AddExtension(X509& certificate, int kind, const char* value) {
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, kind, value);
  ASSERT_NE(extension, nullptr) << value;
  X509_add_ext(&certificate, extension, -1);
  X509_EXTENSION_free(extension);
}

// Whole or not at all: a reader never sees half a file.
template <typename Write>
void WritePem(const std::string& path, const Write& write) {
  const std::string unfinished = path + ".new";
  FILE* file = fopen(unfinished.c_str(), "w");
  ASSERT_NE(file, nullptr) << path;
  EXPECT_EQ(write(file), 1);
  fclose(file);
  std::filesystem::rename(unfinished, path);
}

}  // namespace

Authority::Authority(const std::string& name) : key_(NewKey()), certificate_(NewCertificate(name, key_, 1)) {
  X509_set_issuer_name(certificate_.get(), X509_get_subject_name(certificate_.get()));
  AddExtension(*certificate_, NID_basic_constraints, "critical,CA:TRUE");
  AddExtension(*certificate_, NID_key_usage, "critical,keyCertSign,cRLSign");
  EXPECT_GT(X509_sign(certificate_.get(), key_.get(), EVP_sha256()), 0);
}

void Authority::WriteCertificate(const std::string& path) const {
  WritePem(path, [&](FILE* file) { return PEM_write_X509(file, certificate_.get()); });
}

void Authority::Issue(const std::string& name, const std::string& certificate_path,
                      const std::string& key_path, int valid_days) const {
  const Key key = NewKey();
  const Certificate certificate = NewCertificate(name, key, valid_days);
  X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate_.get()));
  AddExtension(*certificate, NID_subject_alt_name, "IP:127.0.0.1,DNS:localhost");
  EXPECT_GT(X509_sign(certificate.get(), key_.get(), EVP_sha256()), 0);
  WritePem(key_path, [&](FILE* file) {
    return PEM_write_PrivateKey(file, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
  });
  WritePem(certificate_path, [&](FILE* file) { return PEM_write_X509(file, certificate.get()); });
}

Authority::Key Authority::NewKey() { return {EVP_EC_gen("P-256"), EVP_PKEY_free}; }

Authority::Certificate Authority::NewCertificate(const std::string& name, const Key& key, int valid_days) {
  static std::atomic<long> serial{1};
  Certificate certificate(X509_new(), X509_free);
  X509_set_version(certificate.get(), X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), serial++);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), (valid_days - 10) * kDay);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), valid_days * kDay);
  X509_set_pubkey(certificate.get(), key.get());
  X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                             reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
  return certificate;
}

}  // namespace annals
