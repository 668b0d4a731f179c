#include "extractor/mentions/appositions.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>

#include "common/utf8.h"

namespace annals {
namespace {

constexpr int kRankOfPosts = 3;     // titles above it (工程师, 老搭档) say what somebody is, not where
constexpr int kRankOfStanding = 4;  // and these are courtesy
constexpr int kSentencesBack = 2;   // how long an organisation stays what the text speaks of
constexpr int kMentionsBack = 40;
constexpr int kNear = 14;  // characters between a connector and the name it points to

class AppositionReader {
 public:
  AppositionReader(const Reading& reading, const ChainReading& chains,
                   const std::vector<DocumentEntity>& entities)
      : reading_(reading), chains_(chains), mentions_(chains.mentions), entities_(entities) {
    for (const PhraseHit& hit : reading.phrases) {
      if (hit.phrase->kind == Phrase::Kind::kTitle && hit.phrase->role == Phrase::Role::kFounder) {
        founder_ends_.insert(hit.span.end);
      }
    }
  }

  std::vector<Apposition> Read() {
    for (const HeldTitle& held : chains_.held) ReadHeld(held);
    for (const Token& token : reading_.tokens) {
      if (token.connector != nullptr) ReadConnector(token);
    }
    for (const Mention& mention : mentions_) ReadOwned(mention);
    std::stable_sort(found_.begin(), found_.end(), [](const Apposition& a, const Apposition& b) {
      return a.evidence.begin < b.evidence.begin;
    });
    return std::move(found_);
  }

 private:
  int EntityOf(int mention) const { return mention < 0 ? -1 : mentions_[mention].entity; }

  void Add(Apposition::Kind kind, int from, int to, Span evidence, const std::string& title = "",
           bool former = false) {
    if (from < 0 || to < 0 || from == to) return;
    if (!seen_.emplace(kind, from, to, title).second) return;
    found_.push_back({kind, from, to, title, former, evidence});
  }

  void ReadHeld(const HeldTitle& held) {
    const int person = EntityOf(held.person);
    int organization = EntityOf(held.organization);
    if (organization < 0 && held.product >= 0 && EntityOf(held.product) >= 0) {
      organization = entities_[EntityOf(held.product)].owner;
    }
    if (held.mentor) return;
    if (held.rank > kRankOfStanding) return;
    if (organization < 0 && held.rank <= kRankOfPosts) organization = ImpliedOrganization(held.person);
    int begin = held.title.begin;
    for (int i = held.title.begin; i <= held.title.end; ++i) {
      const bool cut = i == held.title.end || reading_.chars()[i] == U'兼' || reading_.chars()[i] == U'/';
      if (!cut) continue;
      if (i > begin) ReadPart({begin, i}, held, person, organization);
      begin = i + 1;
    }
  }

  // A post named without its organisation is at the one the text speaks of: that of the name beside it in a
  // list, the nearest one before in the sentence, or the subject of a sentence shortly before.
  int ImpliedOrganization(int person) const {
    const Mention& head = mentions_[person];
    const Structure& structure = reading_.context.structure;
    const int sentence = structure.SentenceAt(head.span.begin);
    int first = -1, last_sentence = sentence;
    for (int i = person - 1; i >= std::max(0, person - kMentionsBack); --i) {
      const Mention& before = mentions_[i];
      const int at = structure.SentenceAt(before.span.begin);
      if (at < sentence && first >= 0 && at != last_sentence) return first;
      if (sentence - at > kSentencesBack) break;
      last_sentence = at;
      if (head.list >= 0 && before.list == head.list && before.organization >= 0) {
        return mentions_[before.organization].entity;
      }
      if (!IsTopic(before)) continue;
      if (at == sentence) return before.entity;
      first = before.entity;
    }
    return first;
  }

  // An organisation that acts, not the source of a report.
  bool IsTopic(const Mention& mention) const {
    if (mention.entity < 0 || entities_[mention.entity].type != EntityType::kOrganization) return false;
    if (mention.kind != Mention::Kind::kName) return false;
    if (reading_.lexicon.IsSource(std::u32string(reading_.View(mention.span)))) return false;
    const std::u32string& chars = reading_.chars();
    int before = mention.span.begin - 1;
    if (before >= 0 && (chars[before] == U'《' || chars[before] == U'“')) --before;
    return before < 0 || chars[before] != U'据';
  }

  void ReadPart(Span part, const HeldTitle& held, int person, int organization) {
    if (founder_ends_.count(part.end)) {
      Add(Apposition::Kind::kFounder, person, organization, held.evidence);
    } else {
      Add(Apposition::Kind::kPosition, person, organization, held.evidence, EncodeUtf8(reading_.View(part)),
          held.former);
    }
  }

  // The nearest name of a type on one side of a connector, in the same clause.
  int Before(Span span, EntityType type) const {
    auto after = std::partition_point(mentions_.begin(), mentions_.end(), [&](const Mention& mention) {
      return mention.span.begin < span.begin;
    });
    for (auto i = after; i != mentions_.begin();) {
      --i;
      if (span.begin - i->span.end > 4) break;
      if (i->entity >= 0 && entities_[i->entity].type == type && i->span.end <= span.begin) return Index(i);
    }
    return -1;
  }

  int After(Span span, EntityType type, int near) const {
    auto i = std::partition_point(mentions_.begin(), mentions_.end(),
                                  [&](const Mention& mention) { return mention.span.begin < span.end; });
    const int clause = reading_.context.structure.ClauseAt(span.begin);
    for (; i != mentions_.end() && i->span.begin - span.end <= near; ++i) {
      if (reading_.context.structure.ClauseAt(i->span.begin) != clause) break;
      if (i->entity >= 0 && entities_[i->entity].type == type && i->head) return Index(i);
    }
    return -1;
  }

  int Index(std::vector<Mention>::const_iterator mention) const {
    return static_cast<int>(mention - mentions_.begin());
  }

  void ReadConnector(const Token& token) {
    const Phrase::Role role = token.connector->role;
    if (role == Phrase::Role::kFounded) {
      const int person = Before(token.span, EntityType::kPerson);
      const int organization = After(token.span, EntityType::kOrganization, kNear);
      AddBetween(Apposition::Kind::kFounder, person, organization);
    } else if (role == Phrase::Role::kPupil) {
      const int pupil = Before(token.span, EntityType::kPerson);
      const int teacher = After(token.span, EntityType::kPerson, 2 * kNear);
      AddBetween(Apposition::Kind::kMentor, teacher, pupil);
    } else if (role == Phrase::Role::kMade) {
      AddBetween(Apposition::Kind::kPartOf, After(token.span, EntityType::kProduct, kNear),
                 Before(token.span, EntityType::kOrganization));
    } else if (role == Phrase::Role::kOwned) {
      const int owner = Before(token.span, EntityType::kOrganization);
      for (EntityType type : {EntityType::kProduct, EntityType::kUnit, EntityType::kOrganization}) {
        const int owned = After(token.span, type, kNear);
        if (owned >= 0) return AddBetween(Apposition::Kind::kPartOf, owned, owner);
      }
    }
  }

  void AddBetween(Apposition::Kind kind, int from, int to) {
    if (from < 0 || to < 0) return;
    const Span a = mentions_[from].span, b = mentions_[to].span;
    Add(kind, mentions_[from].entity, mentions_[to].entity,
        {std::min(a.begin, b.begin), std::max(a.end, b.end)});
  }

  void ReadOwned(const Mention& mention) {
    if (mention.entity < 0 || mention.kind != Mention::Kind::kName) return;
    const DocumentEntity& entity = entities_[mention.entity];
    if (entity.type == EntityType::kPerson || entity.owner < 0) return;
    Add(Apposition::Kind::kPartOf, mention.entity, entity.owner, mention.chain);
  }

  const Reading& reading_;
  const ChainReading& chains_;
  const std::vector<Mention>& mentions_;
  const std::vector<DocumentEntity>& entities_;
  std::set<int> founder_ends_;
  std::set<std::tuple<Apposition::Kind, int, int, std::string>> seen_;
  std::vector<Apposition> found_;
};

}  // namespace

std::vector<Apposition> FindAppositions(const Reading& reading, const ChainReading& chains,
                                        const std::vector<DocumentEntity>& entities) {
  return AppositionReader(reading, chains, entities).Read();
}

}  // namespace annals
