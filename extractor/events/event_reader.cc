#include "extractor/events/event_reader.h"

#include <algorithm>
#include <utility>

#include "extractor/events/career_order.h"
#include "extractor/events/coordinated_posts.h"
#include "extractor/events/deal_receivers.h"
#include "extractor/events/first_person.h"
#include "extractor/events/founded_field.h"
#include "extractor/events/founded_units.h"
#include "extractor/events/holder_title.h"
#include "extractor/events/marked_arguments.h"
#include "extractor/events/metrics.h"
#include "extractor/events/plausibility.h"
#include "extractor/events/retyping.h"
#include "extractor/events/titles.h"
#include "extractor/events/unnamed_place.h"
#include "extractor/events/values.h"
#include "extractor/events/word_classes.h"

namespace annals {
namespace {

constexpr int kMaxRespective = 8;      // characters from 分别 to the end of its verb
constexpr int kMaxToHead = 4;          // characters: 请来的, 跳槽过来的
constexpr double kOwnPlace = 3.0;      // scores of what stands in its own place are not below
constexpr double kSameSentence = 1.3;  // scores of what was carried over in the sentence are above

bool IsCareerEvent(v1::EventType type) {
  return type == v1::EVENT_TYPE_JOIN || type == v1::EVENT_TYPE_DEPART || type == v1::EVENT_TYPE_DISMISS ||
         type == v1::EVENT_TYPE_APPOINT || type == v1::EVENT_TYPE_STEP_DOWN;
}

// Roles of companies that a person may fill on its behalf (扎克伯格收购…).
bool IsCompanyRole(v1::Role role) {
  return role == v1::ROLE_ORGANIZATION || role == v1::ROLE_ACQUIRER || role == v1::ROLE_INVESTOR;
}

class EventBuilder {
 public:
  EventBuilder(const Document& document, const Employment& employment, const ClauseParse& parse,
               const Assigner& assigner)
      : document_(document),
        employment_(employment),
        parse_(parse),
        antecedents_(assigner.antecedents()),
        plausibility_(document) {}

  // The drafts of one trigger occurrence: one for each person where people move, else one. Empty with a
  // reason in `outcome`.
  std::vector<EventDraft> Build(int hit, const Assignment& assignment, const ValueBinder& values,
                                std::string& outcome) const {
    EventDraft draft = DraftOf(hit, assignment);
    values.AddValues(hit, draft);
    std::vector<EventDraft> drafts = OneEach(draft);
    for (EventDraft& each : drafts) {
      AddCareer(hit, *assignment.trigger->frame, each);
      AddOwners(each);
    }
    if (drafts.size() > 1 && IsRespective(hit)) Distribute(hit, drafts);
    std::erase_if(drafts, [&](const EventDraft& each) {
      return !plausibility_.Stands(each, *assignment.trigger, assignment, outcome);
    });
    return drafts;
  }

 private:
  EventDraft DraftOf(int hit, const Assignment& assignment) const {
    EventDraft draft;
    draft.type = assignment.trigger->type;
    draft.trigger = document_.triggers[hit].word;
    draft.clause = document_.triggers[hit].clause;
    draft.hit = hit;
    draft.frame = assignment.trigger->frame->name.c_str();
    draft.relative = assignment.relative;
    draft.carried = assignment.carried_subject;
    if (assignment.trigger->status != v1::EVENT_STATUS_UNSPECIFIED) draft.status = assignment.trigger->status;
    if (assignment.trigger->rumored) draft.certainty = v1::CERTAINTY_RUMORED;
    draft.evidence = {EvidenceOf(assignment, draft)};
    for (const Filler& filler : assignment.fillers) {
      Filler taken = filler;
      if (!assignment.passive && IsDismissed(filler, draft)) taken.role = v1::ROLE_PERSON;
      AddFiller(taken, draft);
    }
    FoundOwnUnit(document_, employment_, assignment, draft);
    RetypeByArguments(document_, draft);
    return draft;
  }

  // The clauses from the first participant in the sentence to the trigger's.
  Span EvidenceOf(const Assignment& assignment, const EventDraft& draft) const {
    const Sentence& sentence = document_.structure.sentences[document_.SentenceOf(draft.clause)];
    Span span = document_.ClauseSpan(draft.clause);
    for (const Filler& filler : assignment.fillers) {
      const int clause = document_.structure.ClauseAt(document_.mention(filler.mention).span.begin);
      if (clause < sentence.first_clause || clause >= sentence.end_clause) continue;
      span.begin = std::min(span.begin, document_.ClauseSpan(clause).begin);
      span.end = std::max(span.end, document_.ClauseSpan(clause).end);
    }
    return span;
  }

  void AddFiller(const Filler& filler, EventDraft& draft) const {
    if (filler.role == v1::ROLE_UNSPECIFIED) return;
    const Mention& mention = document_.mention(filler.mention);
    int entity = filler.entity >= 0 ? filler.entity : mention.entity;
    const Span span = mention.chain.empty() ? mention.span : mention.chain;
    if (entity < 0) return;
    // 创办了一家公司: the new one has no name, whatever the words point to elsewhere.
    // …, 后者由X创立: but a pronoun before the verb.
    const bool before = mention.kind == Mention::Kind::kPronoun && mention.span.end <= draft.trigger.begin;
    const bool names = mention.kind == Mention::Kind::kName || before;
    if (draft.type == v1::EVENT_TYPE_FOUND && filler.role == v1::ROLE_ORGANIZATION && !names) return;
    const bool person = document_.mentions.entities[entity].type == EntityType::kPerson;
    if (person && IsCompanyRole(filler.role)) {
      const int company = employment_.OrganizationOf(entity, mention.span.begin);
      if (company < 0 && filler.role == v1::ROLE_ORGANIZATION) return;
      if (company >= 0) entity = company;
    }
    if (draft.Has(filler.role, entity)) return;
    draft.arguments.push_back({filler.role, entity, span, std::nullopt, "", filler.score, filler.mention});
    if (filler.role == v1::ROLE_UNIT && mention.organization >= 0 &&
        draft.Find(v1::ROLE_ORGANIZATION) == nullptr) {
      const int owner = document_.mention(mention.organization).entity;
      if (owner >= 0)
        draft.arguments.push_back({v1::ROLE_ORGANIZATION, owner, span, std::nullopt, "", filler.score});
    }
  }

  // 主播林知远即日起|解雇: with nobody behind the verb, the person before it is not who dismisses.
  bool IsDismissed(const Filler& filler, const EventDraft& draft) const {
    const Mention& mention = document_.mention(filler.mention);
    return draft.type == v1::EVENT_TYPE_DISMISS && filler.role == v1::ROLE_ORGANIZATION &&
           mention.span.end <= draft.trigger.begin && mention.kind == Mention::Kind::kName &&
           document_.ClauseSpan(draft.clause).end == draft.trigger.end && mention.entity >= 0 &&
           document_.mentions.entities[mention.entity].type == EntityType::kPerson;
  }

  // The role whose members each have an event of their own: people move one by one, companies list one by
  // one.
  static v1::Role SplitRole(v1::EventType type) {
    if (IsCareerEvent(type) || type == v1::EVENT_TYPE_RECRUIT) return v1::ROLE_PERSON;
    return type == v1::EVENT_TYPE_LIST ? v1::ROLE_ORGANIZATION : v1::ROLE_UNSPECIFIED;
  }

  static std::vector<ArgumentDraft> Members(const EventDraft& draft, v1::Role role) {
    std::vector<ArgumentDraft> members;
    for (const ArgumentDraft& argument : draft.arguments) {
      if (argument.role == role) members.push_back(argument);
    }
    return members;
  }

  static std::vector<EventDraft> OneEach(const EventDraft& draft) {
    v1::Role role = SplitRole(draft.type);
    std::vector<ArgumentDraft> members = Members(draft, role);
    // 与西汉姆、诺丁汉森林接触: each bids for itself.
    if (members.size() < 2 && draft.type == v1::EVENT_TYPE_RECRUIT) {
      role = v1::ROLE_RECRUITER;
      members = Members(draft, role);
    }
    if (members.size() < 2) return {draft};
    std::vector<EventDraft> drafts;
    for (const ArgumentDraft& member : members) {
      EventDraft each = draft;
      std::erase_if(each.arguments, [role](const ArgumentDraft& a) { return a.role == role; });
      each.arguments.insert(each.arguments.begin(), member);
      drafts.push_back(std::move(each));
    }
    return drafts;
  }

  // 梁建章、孙洁|分别|出任…: each takes its own.
  bool IsRespective(int hit) const {
    const Span word = document_.triggers[hit].word;
    return document_.View({std::max(0, word.begin - kMaxRespective), word.end}).find(U"分别") !=
           std::u32string_view::npos;
  }

  // Titles and companies behind the trigger, one for each of the drafts: in their order.
  void Distribute(int hit, std::vector<EventDraft>& drafts) const {
    const Span rest{document_.triggers[hit].word.end, document_.ClauseSpan(drafts.front().clause).end};
    std::vector<Span> titles;
    for (const Mention& mention : document_.MentionsIn(rest)) {
      if (mention.kind != Mention::Kind::kTitle || !rest.Contains(mention.span)) continue;
      titles.push_back(mention.title.empty() ? mention.span : mention.title);
      if (document_.classes->AnyOpens(WordClass::kJoint, document_.View(titles.back())))
        ++titles.back().begin;
    }
    const std::vector<ArgumentDraft> places = Members(drafts.front(), v1::ROLE_ORGANIZATION);
    for (size_t i = 0; i < drafts.size(); ++i) {
      std::vector<ArgumentDraft>& arguments = drafts[i].arguments;
      if (titles.size() == drafts.size()) {
        std::erase_if(arguments, [](const ArgumentDraft& a) { return a.role == v1::ROLE_TITLE; });
        arguments.push_back({v1::ROLE_TITLE, -1, titles[i], std::nullopt, "", 1.0});
      }
      if (places.size() == drafts.size()) {
        std::erase_if(arguments, [](const ArgumentDraft& a) { return a.role == v1::ROLE_ORGANIZATION; });
        arguments.push_back(places[i]);
      }
    }
  }

  // Employer, unit and title of the person: from the frame, the title behind the trigger, the person's noun
  // phrase.
  void AddCareer(int hit, const Frame& frame, EventDraft& draft) const {
    AddTitles(document_, document_.triggers[hit], frame, draft);
    AddPredecessorPost(draft);
    const int person = draft.Entity(v1::ROLE_PERSON);
    if (draft.type == v1::EVENT_TYPE_RECRUIT) return AddRecruitingCompany(draft);
    if (person < 0 || !IsCareerEvent(draft.type)) return;
    const Post* post = PostLeftOrHeld(person, draft);
    const Span phrase = draft.Find(v1::ROLE_PERSON)->span;
    std::erase_if(draft.arguments, [&](const ArgumentDraft& place) {
      return place.role == v1::ROLE_ORGANIZATION && place.mention >= 0 && WasLeft(place.entity, draft) &&
             document_.mention(place.mention).kind != Mention::Kind::kName;
    });
    if (post != nullptr && draft.type == v1::EVENT_TYPE_JOIN) AddOrigin(*post, draft);
    if (draft.type == v1::EVENT_TYPE_JOIN) AddPostJoinedFor(draft);
    if (draft.type == v1::EVENT_TYPE_APPOINT) AddHeldPost(document_, draft);
    if (draft.type == v1::EVENT_TYPE_JOIN && draft.Find(v1::ROLE_UNIT) == nullptr)
      AddCarriedOrganization(draft);
    if (!frame.employer_from_chain) return;
    if (post != nullptr) AddEmployer(*post, draft);
    if (draft.Find(v1::ROLE_ORGANIZATION) == nullptr) AddCarriedOrganization(draft);
    if (!frame.Takes(ValueKind::kHolderTitle)) return;
    AddHolderTitle(document_, employment_, parse_, post, draft);
    const bool same = post != nullptr && post->organization == draft.Entity(v1::ROLE_ORGANIZATION);
    if (same && post->unit >= 0 && draft.Find(v1::ROLE_UNIT) == nullptr) {
      AddEntity(v1::ROLE_UNIT, post->unit, phrase, draft);
    }
  }

  // X原是Y的交易员，2018年辞职: who leaves without a word of where leaves what the clause before says X was.
  const Post* PostLeftOrHeld(int person, const EventDraft& draft) const {
    const bool leaves = draft.type == v1::EVENT_TYPE_DEPART || draft.type == v1::EVENT_TYPE_STEP_DOWN;
    const bool same_sentence =
        draft.clause > 0 && document_.SentenceOf(draft.clause) == document_.SentenceOf(draft.clause - 1);
    if ((leaves || Rises(draft)) && same_sentence) {
      const Post* former = employment_.FormerPostIn(person, document_.ClauseSpan(draft.clause - 1));
      if (former != nullptr) return former;
    }
    // 辞去|院长|职务: the post that the text calls so.
    const ArgumentDraft* title = leaves ? draft.Find(v1::ROLE_TITLE) : nullptr;
    const Post* called =
        title == nullptr ? nullptr : employment_.PostCalled(document_, person, document_.View(title->span));
    if (called != nullptr) return called;
    return employment_.PostOf(person, draft.trigger.begin);
  }

  // 先后任X讲师、副教授，2021年|晋升|教授: at the place of the post before.
  bool Rises(const EventDraft& draft) const {
    return draft.type == v1::EVENT_TYPE_APPOINT && draft.Find(v1::ROLE_ORGANIZATION) == nullptr &&
           document_.classes->AnyIn(WordClass::kRises, document_.View(draft.trigger));
  }

  // Who takes over from somebody takes over the post: title and organisation of the predecessor's noun
  // phrase.
  void AddPredecessorPost(EventDraft& draft) const {
    const ArgumentDraft* predecessor = draft.Find(v1::ROLE_PREDECESSOR);
    if (predecessor == nullptr) return;
    const Post* post = employment_.PostOf(predecessor->entity, draft.trigger.begin);
    if (post == nullptr) return;
    const Span phrase = predecessor->span;
    if (draft.Find(v1::ROLE_TITLE) == nullptr && !post->title.empty()) {
      draft.arguments.push_back({v1::ROLE_TITLE, -1, post->title, std::nullopt, "", 1.0});
    }
    if (draft.Find(v1::ROLE_ORGANIZATION) == nullptr)
      AddEntity(v1::ROLE_ORGANIZATION, post->organization, phrase, draft);
    if (draft.Find(v1::ROLE_UNIT) == nullptr && post->unit >= 0)
      AddEntity(v1::ROLE_UNIT, post->unit, phrase, draft);
  }

  // 从X请来的|首席技术官Y: behind a 的-clause of joining stands the post that was joined for.
  void AddPostJoinedFor(EventDraft& draft) const {
    const int mention = draft.Find(v1::ROLE_PERSON)->mention;
    if (mention < 0 || draft.Find(v1::ROLE_TITLE) != nullptr) return;
    const Mention& person = document_.mention(mention);
    const Span phrase = person.chain.empty() ? person.span : person.chain;
    const bool relative = phrase.begin > draft.trigger.end &&
                          phrase.begin - draft.trigger.end <= kMaxToHead &&
                          document_.text.chars[phrase.begin - 1] == U'的';
    if (relative && !person.former && !person.title.empty())
      draft.arguments.push_back({v1::ROLE_TITLE, -1, person.title, std::nullopt, "", 1.0});
  }

  // 挖来前谷歌工程师X: the noun phrase says where X came from.
  void AddOrigin(const Post& post, EventDraft& draft) const {
    const Span phrase = draft.Find(v1::ROLE_PERSON)->span;
    // 迪士尼前CEO艾格|回归: to where he was.
    const bool back = document_.View(draft.trigger).find_first_of(U"回返归") != std::u32string_view::npos;
    if (back && post.former && draft.Find(v1::ROLE_ORGANIZATION) == nullptr &&
        document_.IsNamedIn(phrase, post.organization))
      return AddEntity(v1::ROLE_ORGANIZATION, post.organization, phrase, draft);
    const bool own = post.organization != draft.Entity(v1::ROLE_ORGANIZATION);
    if (!own || draft.Find(v1::ROLE_FROM_ORGANIZATION) != nullptr) return;
    if (!phrase.Contains({post.position, post.position + 1})) return;
    AddEntity(v1::ROLE_FROM_ORGANIZATION, post.organization, phrase, draft);
    if (!document_.IsNamedIn(phrase, post.organization)) draft.arguments.back().score = kFromChain;
  }

  // The organisation of the person's own noun phrase: more specific than who acts on them, surer than 公司.
  void AddEmployer(const Post& post, EventDraft& draft) const {
    const Span phrase = draft.Find(v1::ROLE_PERSON)->span;
    // A former employer is no place of a new post; a later clause says where.
    const bool rises =
        Rises(draft) && draft.clause > 0 && document_.ClauseSpan(draft.clause - 1).Contains(post.title);
    const bool left = (post.former && !rises) || IsPostElsewhere(document_, post, draft);
    if (left && (draft.type == v1::EVENT_TYPE_APPOINT || draft.type == v1::EVENT_TYPE_JOIN)) return;
    if (HasUnnamedPlace(document_, draft)) return;
    const ArgumentDraft* place = draft.Find(v1::ROLE_ORGANIZATION);
    const bool vague = place != nullptr && place->mention >= 0 &&
                       document_.mention(place->mention).kind != Mention::Kind::kName;
    const bool own_phrase = phrase.Contains({post.position, post.position + 1});
    const bool before = place != nullptr && place->span.end <= phrase.begin && place->score < kOwnPlace;
    const bool leaves = draft.type == v1::EVENT_TYPE_DEPART || draft.type == v1::EVENT_TYPE_STEP_DOWN;
    const bool specific =
        (draft.type == v1::EVENT_TYPE_DISMISS || (leaves && before)) && own_phrase && !post.implied;
    if (place != nullptr && !vague && !specific) return;
    std::erase_if(draft.arguments, [](const ArgumentDraft& a) { return a.role == v1::ROLE_ORGANIZATION; });
    AddEntity(v1::ROLE_ORGANIZATION, post.organization, phrase, draft);
    draft.arguments.back().score = kFromChain;
  }

  void AddRecruitingCompany(EventDraft& draft) const {
    const int recruiter = draft.Entity(v1::ROLE_RECRUITER);
    if (recruiter < 0 || draft.Find(v1::ROLE_ORGANIZATION) != nullptr) return;
    if (document_.mentions.entities[recruiter].type != EntityType::kPerson) return;
    const int company = employment_.OrganizationOf(recruiter, draft.trigger.begin);
    if (company >= 0) AddEntity(v1::ROLE_ORGANIZATION, company, draft.Find(v1::ROLE_RECRUITER)->span, draft);
  }

  // The owner of a unit or product stands in for an organisation nobody named.
  void AddOwners(EventDraft& draft) const {
    const bool released = draft.type == v1::EVENT_TYPE_RELEASE || draft.type == v1::EVENT_TYPE_OPEN_SOURCE ||
                          draft.type == v1::EVENT_TYPE_DISCONTINUE;
    if (released) AddOwner(v1::ROLE_PRODUCT, v1::ROLE_ORGANIZATION, draft);
    if (draft.type == v1::EVENT_TYPE_LAYOFF && draft.Find(v1::ROLE_COUNT) != nullptr &&
        draft.Find(v1::ROLE_UNIT) == nullptr) {
      AddCarriedOrganization(draft);
    }
    if (draft.type == v1::EVENT_TYPE_INTEGRATE) AddCarriedProduct(draft);
    if (draft.type == v1::EVENT_TYPE_INTEGRATE && !IsCompany(draft.Entity(v1::ROLE_ADOPTER)))
      AddOwner(v1::ROLE_ADOPTER, v1::ROLE_ORGANIZATION, draft);
    if (draft.type == v1::EVENT_TYPE_REORGANIZE || draft.type == v1::EVENT_TYPE_LAYOFF ||
        IsCareerEvent(draft.type)) {
      AddOwner(v1::ROLE_UNIT, v1::ROLE_ORGANIZATION, draft);
    }
  }

  bool IsCompany(int entity) const {
    return entity >= 0 && document_.mentions.entities[entity].type == EntityType::kOrganization;
  }

  void AddOwner(v1::Role part, v1::Role whole, EventDraft& draft) const {
    const ArgumentDraft* argument = draft.Find(part);
    if (argument == nullptr || draft.Find(whole) != nullptr) return;
    const DocumentEntity& entity = document_.mentions.entities[argument->entity];
    if (entity.owner >= 0) return AddEntity(whole, entity.owner, argument->span, draft);
    // iPhone 16: its maker is known, and not named here.
    if (entity.type == EntityType::kProduct && !entity.known_owner.empty()) return;
    AddCarriedOrganization(draft);
  }

  // What the sentence is about, where an event of a unit, a product or its staff names nobody else.
  void AddCarriedOrganization(EventDraft& draft) const {
    static const auto* slots = new std::vector<SlotRole>{{v1::ROLE_ORGANIZATION, EntityType::kOrganization}};
    if (draft.Find(v1::ROLE_ORGANIZATION) != nullptr || HasUnnamedPlace(document_, draft)) return;
    const Filler carried = antecedents_.Carry(draft.clause, *slots);
    const int topic = document_.OrganizationInFocus(draft.trigger.begin);
    if (carried.score < kSameSentence && topic >= 0) {
      const bool other = draft.Has(v1::ROLE_FROM_ORGANIZATION, topic) || draft.Has(v1::ROLE_PRODUCT, topic);
      const bool later = draft.Find(v1::ROLE_PRODUCT) != nullptr && !IsNamedBefore(topic, draft);
      if (!other && !later && !WasLeft(topic, draft) && !MakesProduct(topic, draft))
        AddFromFocus(topic, draft);
      return;
    }
    if (carried.mention < 0 || (!IsCareerEvent(draft.type) && carried.score < kSameSentence)) return;
    const Mention& mention = document_.mention(carried.mention);
    if (draft.Has(v1::ROLE_FROM_ORGANIZATION, mention.entity) || WasLeft(mention.entity, draft)) return;
    // 后者转任…: a word for either may mean a person.
    const bool person =
        mention.entity >= 0 && document_.mentions.entities[mention.entity].type == EntityType::kPerson;
    if (person || MakesProduct(mention.entity, draft)) return;
    AddEntity(v1::ROLE_ORGANIZATION, mention.entity, mention.span, draft);
    draft.arguments.back().score = kFromChain;
  }

  // “山海3”今早开售；同日登场的还有华为Mate XT: a company that is named only later, and not what the text is
  // about, made nothing of before.
  bool IsNamedBefore(int organization, const EventDraft& draft) const {
    constexpr int kOften = 2;
    const int end = document_.ClauseSpan(draft.clause).end;
    int times = 0;
    for (const Mention& mention : document_.mentions.mentions) {
      if (mention.entity != organization) continue;
      if (mention.span.begin < end || ++times >= kOften) return true;
    }
    return false;
  }

  // 采用|华为乾崑: who makes what is taken in does not take it in.
  bool MakesProduct(int organization, const EventDraft& draft) const {
    const int product = draft.Entity(v1::ROLE_PRODUCT);
    return draft.type == v1::EVENT_TYPE_INTEGRATE && product >= 0 &&
           document_.mentions.entities[product].owner == organization;
  }

  // 出任首席科学家的是前OpenAI研究员X: whom X worked for is not whom X takes up work with.
  bool WasLeft(int organization, const EventDraft& draft) const {
    const int person = draft.Entity(v1::ROLE_PERSON);
    const bool takes_up = draft.type == v1::EVENT_TYPE_JOIN || draft.type == v1::EVENT_TYPE_APPOINT;
    if (!takes_up || person < 0) return false;
    const Post* post = employment_.PostOf(person, draft.trigger.begin);
    return post != nullptr && post->former && post->organization == organization &&
           document_.IsNamedIn(draft.Find(v1::ROLE_PERSON)->span, organization);
  }

  static void AddFromFocus(int organization, EventDraft& draft) {
    AddEntity(v1::ROLE_ORGANIZATION, organization, draft.trigger, draft);
    draft.arguments.back().score = kFromChain;
  }

  // 腾讯元宝也官宣接入: the product that the clauses before were about.
  void AddCarriedProduct(EventDraft& draft) const {
    static const auto* slots = new std::vector<SlotRole>{{v1::ROLE_PRODUCT, EntityType::kProduct}};
    const int adopter = draft.Entity(v1::ROLE_ADOPTER);
    if (adopter < 0 || draft.Find(v1::ROLE_PRODUCT) != nullptr) return;
    const Filler carried = antecedents_.Carry(draft.clause, *slots, {adopter});
    if (carried.mention < 0) return;
    const Mention& mention = document_.mention(carried.mention);
    // 发布“云舟”，采用混合推理架构: nobody takes in what is its own.
    if (mention.entity >= 0 && document_.mentions.entities[mention.entity].owner == adopter) return;
    AddEntity(v1::ROLE_PRODUCT, mention.entity, mention.span, draft);
    draft.arguments.back().score = kFromChain;
  }

  static void AddEntity(v1::Role role, int entity, Span span, EventDraft& draft) {
    draft.arguments.push_back({role, entity, span, std::nullopt, "", 1.0});
  }

  const Document& document_;
  const Employment& employment_;
  const ClauseParse& parse_;
  const Antecedents& antecedents_;
  const Plausibility plausibility_;
};

}  // namespace

EventReading ReadEvents(const Document& document, const ValencyLexicon& valency, const EventWords& words,
                        const Vocabulary& vocabulary, const Employment& employment) {
  const ClauseParse parse(document, valency);
  const Assigner assigner(document, valency, vocabulary, parse);
  EventReading reading;
  std::vector<Assignment> assignments;
  std::vector<const Frame*> frames;
  for (size_t hit = 0; hit < document.triggers.size(); ++hit) {
    assignments.push_back(assigner.Assign(static_cast<int>(hit)));
    frames.push_back(assignments.back().trigger == nullptr ? nullptr : assignments.back().trigger->frame);
  }
  std::vector<char> claimed(document.quantities.size(), 0);
  reading.drafts = ReadMetrics(document, words, parse, assigner, employment, claimed);
  std::vector<Span> measures;
  for (const EventDraft& draft : reading.drafts) measures.push_back(draft.trigger);
  Statements statements = ReadStatements(document, parse, measures, assignments);
  ResolveSpeakers(document, employment, statements.drafts, assignments);
  const ValueBinder values(document, words, frames, claimed);
  const EventBuilder builder(document, employment, parse, assigner);
  for (size_t hit = 0; hit < assignments.size(); ++hit) {
    TriggerTrace trace{static_cast<int>(hit), assignments[hit].trigger, assignments[hit].candidates, "", -1};
    if (trace.trigger != nullptr && trace.trigger->type != v1::EVENT_TYPE_STATEMENT) {
      for (EventDraft& draft :
           builder.Build(static_cast<int>(hit), assignments[hit], values, trace.outcome)) {
        reading.drafts.push_back(std::move(draft));
      }
    }
    reading.traces.push_back(std::move(trace));
  }
  AddCoordinatedAppointments(document, reading.drafts);
  AddTargets(document, assigner.antecedents(), reading.drafts);
  AddReceivers(document, assigner.antecedents(), reading.drafts);
  for (EventDraft& draft : reading.drafts) AddFoundedName(document, draft);
  OrderCareers(document, employment, words.classes(), reading.drafts);
  for (EventDraft& draft : statements.drafts) reading.drafts.push_back(std::move(draft));
  reading.attributions = std::move(statements.attributions);
  const MarkedArguments marked(document, words);
  for (EventDraft& draft : reading.drafts) {
    marked.AddTo(draft);
    AddFoundedField(document, draft);
  }
  std::stable_sort(
      reading.drafts.begin(), reading.drafts.end(),
      [](const EventDraft& a, const EventDraft& b) { return a.trigger.begin < b.trigger.begin; });
  return reading;
}

}  // namespace annals
