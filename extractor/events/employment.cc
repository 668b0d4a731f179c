#include "extractor/events/employment.h"

#include <algorithm>

namespace annals {
namespace {

int EntityOf(const Document& document, int mention) {
  return mention < 0 ? -1 : document.mention(mention).entity;
}

// 作为Meta创始人的扎克伯格: the person a title with 的 behind it belongs to, or -1.
int HolderBehind(const Document& document, size_t index) {
  const Mention& title = document.mentions.mentions[index];
  if (title.kind != Mention::Kind::kTitle || title.organization < 0) return -1;
  if (title.span.end >= document.text.size() || document.text.chars[title.span.end] != U'的') return -1;
  for (size_t next = index + 1; next < document.mentions.mentions.size(); ++next) {
    const Mention& mention = document.mentions.mentions[next];
    if (mention.span.begin > title.span.end + 1) return -1;
    const bool person = mention.kind == Mention::Kind::kName && mention.types.Has(EntityType::kPerson);
    if (person && mention.span.begin == title.span.end + 1) return mention.entity;
  }
  return -1;
}

// Not in the noun phrase of a name (前谷歌工程师X).
bool IsTold(const Document& document, const Apposition& post) {
  return !post.words.empty() &&
         std::none_of(document.mentions.mentions.begin(), document.mentions.mentions.end(),
                      [&post](const Mention& mention) {
                        return mention.kind == Mention::Kind::kName && mention.chain.Contains(post.words);
                      });
}

}  // namespace

Employment::Employment(const Document& document) : posts_(document.mentions.entities.size()) {
  for (const Mention& mention : document.mentions.mentions) {
    if (mention.entity < 0 || document.mentions.entities[mention.entity].type != EntityType::kPerson)
      continue;
    Post post{mention.entity,
              EntityOf(document, mention.organization),
              EntityOf(document, mention.unit),
              mention.title,
              mention.former,
              false,
              mention.chain.begin};
    if (post.organization < 0 && post.unit >= 0)
      post.organization = document.mentions.entities[post.unit].owner;
    if (post.organization >= 0 || !post.title.empty()) posts_[mention.entity].push_back(post);
  }
  for (size_t i = 0; i < document.mentions.mentions.size(); ++i) {
    const Mention& title = document.mentions.mentions[i];
    const int holder = HolderBehind(document, i);
    if (holder < 0 || document.mentions.entities[holder].type != EntityType::kPerson) continue;
    posts_[holder].push_back({holder, EntityOf(document, title.organization), EntityOf(document, title.unit),
                              title.title, title.former, false, title.span.begin});
  }
  for (const Apposition& apposition : document.mentions.appositions) {
    const bool works =
        apposition.kind == Apposition::Kind::kPosition || apposition.kind == Apposition::Kind::kFounder;
    if (!works || apposition.from < 0) continue;
    posts_[apposition.from].push_back({apposition.from, apposition.to, -1, apposition.words,
                                       apposition.former, apposition.implied, apposition.evidence.begin,
                                       !apposition.implied && IsTold(document, apposition)});
  }
}

const Post* Employment::FormerPostIn(int person, Span words) const {
  for (const Post& post : posts_[person]) {
    if (post.former && post.told && post.organization >= 0 && words.Contains(post.title)) return &post;
  }
  return nullptr;
}

const Post* Employment::PostOf(int person, int position) const {
  const Post* best = nullptr;
  double best_cost = 0;
  for (const Post& post : posts_[person]) {
    if (post.organization < 0) continue;
    const int distance =
        post.position <= position ? position - post.position : 3 * (post.position - position);
    const double cost = distance + (post.former ? 1e6 : 0) + (post.title.empty() ? 20 : 0);
    if (best == nullptr || cost < best_cost) {
      best = &post;
      best_cost = cost;
    }
  }
  return best;
}

const Post* Employment::PostCalled(const Document& document, int person, std::u32string_view title) const {
  const auto post = std::find_if(posts_[person].begin(), posts_[person].end(), [&](const Post& each) {
    return each.organization >= 0 && !each.implied && document.View(each.title) == title;
  });
  return post == posts_[person].end() ? nullptr : &*post;
}

const Post* Employment::PostAt(int person, int organization) const {
  const auto post = std::find_if(
      posts_[person].rbegin(), posts_[person].rend(),
      [organization](const Post& each) { return each.organization == organization && !each.title.empty(); });
  return post == posts_[person].rend() ? nullptr : &*post;
}

int Employment::OrganizationOf(int person, int position) const {
  const Post* post = PostOf(person, position);
  return post == nullptr || post->former ? -1 : post->organization;
}

}  // namespace annals
