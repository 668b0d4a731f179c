#include "extractor/events/requirements.h"

namespace annals {

const char* MissingParticipant(v1::EventType type, const std::function<int(v1::Role)>& count) {
  const auto has = [&count](v1::Role role) { return count(role) > 0; };
  switch (type) {
    case v1::EVENT_TYPE_JOIN:
      if (!has(v1::ROLE_PERSON)) return "no person";
      return has(v1::ROLE_ORGANIZATION) || has(v1::ROLE_UNIT) ? nullptr : "nobody to join";
    case v1::EVENT_TYPE_DEPART:
    case v1::EVENT_TYPE_DISMISS:
    case v1::EVENT_TYPE_APPOINT:
    case v1::EVENT_TYPE_STEP_DOWN:
      return has(v1::ROLE_PERSON) ? nullptr : "no person";
    case v1::EVENT_TYPE_RECRUIT:
      // 为招揽人才而设立: whom nobody names, and with nothing offered, is nobody.
      return has(v1::ROLE_PERSON) || (has(v1::ROLE_RECRUITER) && has(v1::ROLE_AMOUNT))
                 ? nullptr
                 : "nobody is recruited";
    case v1::EVENT_TYPE_FOUND:
      return has(v1::ROLE_FOUNDER) || has(v1::ROLE_ORGANIZATION) ? nullptr
                                                                 : "neither founder nor organisation";
    case v1::EVENT_TYPE_ACQUIRE:
      return has(v1::ROLE_TARGET) ? nullptr : "no target";
    case v1::EVENT_TYPE_LAYOFF:
      return has(v1::ROLE_ORGANIZATION) || has(v1::ROLE_UNIT) ? nullptr : "no organisation";
    case v1::EVENT_TYPE_FUND:
      return has(v1::ROLE_ORGANIZATION) || has(v1::ROLE_INVESTOR) ? nullptr
                                                                  : "neither organisation nor investor";
    case v1::EVENT_TYPE_LIST:
    case v1::EVENT_TYPE_PIVOT:
      return has(v1::ROLE_ORGANIZATION) ? nullptr : "no organisation";
    case v1::EVENT_TYPE_REORGANIZE:
      return has(v1::ROLE_UNIT) ? nullptr : "no unit";
    case v1::EVENT_TYPE_PARTNER:
      return count(v1::ROLE_ORGANIZATION) >= 2 ? nullptr : "fewer than two partners";
    case v1::EVENT_TYPE_INTEGRATE:
      if (!has(v1::ROLE_ADOPTER)) return "nobody takes it in";
      return has(v1::ROLE_PRODUCT) ? nullptr : "no product";
    case v1::EVENT_TYPE_RELEASE:
    case v1::EVENT_TYPE_OPEN_SOURCE:
    case v1::EVENT_TYPE_DISCONTINUE:
      return has(v1::ROLE_PRODUCT) ? nullptr : "no product";
    default:
      return nullptr;
  }
}

}  // namespace annals
