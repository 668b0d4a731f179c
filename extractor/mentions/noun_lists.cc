#include "extractor/mentions/noun_lists.h"

#include <algorithm>
#include <vector>

#include "extractor/mentions/described_members.h"
#include "extractor/mentions/list_joints.h"

namespace annals {
namespace {

class ListReader {
 public:
  ListReader(const Reading& reading, HeldRanges& held, ChainReading& chains)
      : reading_(reading), held_(held), chains_(chains) {}

  // A、B和C, 前X总裁A、前Y总裁B: noun phrases of one kind with nothing but joints between them.
  void Join() {
    const std::vector<int> order = HeadsInOrder();
    int lists = 0;
    for (size_t i = 1; i < order.size(); ++i) {
      Mention& left = chains_.mentions[order[i - 1]];
      Mention& right = chains_.mentions[order[i]];
      const bool joined = IsJoint({left.chain.end, right.chain.begin}) && !(left.types & right.types).empty();
      if (!joined && !JoinsDescribed(reading_, left, right)) continue;
      if (left.list < 0) left.list = lists++;
      right.list = left.list;
      const bool titled = !left.title.empty() || IsPupil(order[i - 1]);
      if (right.title.empty() && titled && left.types.Only(EntityType::kPerson))
        ShareTitles(order[i - 1], order[i]);
    }
  }

 private:
  // 学生|林知远、宋亦楠
  bool IsPupil(int mention) const {
    const auto held = held_.find(mention);
    return held != held_.end() && chains_.held[held->second.first].pupil;
  }

  // Of what stands for a name only 他与Y: 集团与X旗下的Y is no list.
  std::vector<int> HeadsInOrder() const {
    std::vector<int> order;
    for (size_t i = 0; i < chains_.mentions.size(); ++i) {
      const Mention& mention = chains_.mentions[i];
      const bool names = mention.kind == Mention::Kind::kName || mention.types.Only(EntityType::kPerson);
      if (mention.head && names && mention.kind != Mention::Kind::kTitle)
        order.push_back(static_cast<int>(i));
    }
    std::stable_sort(order.begin(), order.end(), [this](int a, int b) {
      return chains_.mentions[a].span.begin < chains_.mentions[b].span.begin;
    });
    return order;
  }

  bool IsJoint(Span between) const { return JoinsMembers(reading_.View(between)); }

  // 研究员毕树超、任泓宇: the title before the first holds for the others.
  void ShareTitles(int from, int to) {
    const Mention& left = chains_.mentions[from];
    Mention& right = chains_.mentions[to];
    right.types = EntityType::kPerson;
    right.title = left.title;
    right.organization = left.organization;
    right.unit = left.unit;
    right.former = left.former;
    right.founder = left.founder;
    // Held titles of one person stand together, and those of its list behind them.
    const auto held = held_.find(from);
    if (held == held_.end()) return;
    const auto [first, end] = held->second;
    for (size_t i = first; i < end; ++i) {
      HeldTitle shared = chains_.held[i];
      shared.person = to;
      chains_.held.push_back(shared);
    }
    held_[to] = {chains_.held.size() - (end - first), chains_.held.size()};
  }

  const Reading& reading_;
  HeldRanges& held_;
  ChainReading& chains_;
};

}  // namespace

void JoinLists(const Reading& reading, HeldRanges& held, ChainReading& chains) {
  ListReader(reading, held, chains).Join();
}

}  // namespace annals
