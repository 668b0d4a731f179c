// Units that share one head: 感知、规控两个部门, 政企、互联网、出海三个事业部, “画影”与“拾光”两家工作室.
#ifndef ANNALS_EXTRACTOR_MENTIONS_SHARED_HEADS_H_
#define ANNALS_EXTRACTOR_MENTIONS_SHARED_HEADS_H_

#include <vector>

#include "extractor/mentions/noun_groups.h"
#include "extractor/mentions/reading.h"

namespace annals {

struct SharedHead {
  struct Member {
    Span name;            // 感知
    Span chain;           // with the place before it; the last one reaches to the end of the head
    bool quoted = false;  // “画影”: a whole name, that needs no head
  };
  int group;  // index of the unit that closes the list
  std::vector<Member> members;
};

// By group. The number before the head must be that of the members. Linear in the groups.
std::vector<SharedHead> FindSharedHeads(const Reading& reading, const std::vector<NounGroup>& groups);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_SHARED_HEADS_H_
