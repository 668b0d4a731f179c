// Authorities and certificates made on the spot, for tests of TLS.
#ifndef ANNALS_TESTS_SUPPORT_CERTIFICATES_H_
#define ANNALS_TESTS_SUPPORT_CERTIFICATES_H_

#include <openssl/x509.h>

#include <memory>
#include <string>

namespace annals {

// A certificate authority with a key of its own. Keys are P-256; all is written as PEM.
class Authority {
 public:
  explicit Authority(const std::string& name);

  void WriteCertificate(const std::string& path) const;

  // A certificate for 127.0.0.1 and localhost with a new key; valid until so many days from now, for the ten
  // days before that.
  void Issue(const std::string& name, const std::string& certificate_path, const std::string& key_path,
             int valid_days = 1) const;

 private:
  using Key = std::shared_ptr<EVP_PKEY>;
  using Certificate = std::shared_ptr<X509>;

  static Key NewKey();
  static Certificate NewCertificate(const std::string& name, const Key& key, int valid_days);

  Key key_;
  Certificate certificate_;
};

}  // namespace annals

#endif  // ANNALS_TESTS_SUPPORT_CERTIFICATES_H_
