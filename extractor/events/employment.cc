#include "extractor/events/employment.h"

namespace annals {
namespace {

int EntityOf(const Document& document, int mention) { return mention < 0 ? -1 : document.mention(mention).entity; }

}  // namespace

Employment::Employment(const Document& document) : posts_(document.mentions.entities.size()) {
  for (const Mention& mention : document.mentions.mentions) {
    if (mention.entity < 0 || document.mentions.entities[mention.entity].type != EntityType::kPerson) continue;
    Post post{mention.entity, EntityOf(document, mention.organization), EntityOf(document, mention.unit), mention.title,
              mention.former, mention.chain.begin};
    if (post.organization < 0 && post.unit >= 0) post.organization = document.mentions.entities[post.unit].owner;
    if (post.organization >= 0 || !post.title.empty()) posts_[mention.entity].push_back(post);
  }
  for (const Apposition& apposition : document.mentions.appositions) {
    const bool works = apposition.kind == Apposition::Kind::kPosition || apposition.kind == Apposition::Kind::kFounder;
    if (!works || apposition.from < 0) continue;
    posts_[apposition.from].push_back(
        {apposition.from, apposition.to, -1, Span(), apposition.former, apposition.evidence.begin});
  }
}

const Post* Employment::PostOf(int person, int position) const {
  const Post* best = nullptr;
  double best_cost = 0;
  for (const Post& post : posts_[person]) {
    if (post.organization < 0) continue;
    const int distance = post.position <= position ? position - post.position : 3 * (post.position - position);
    const double cost = distance + (post.former ? 1e6 : 0) + (post.title.empty() ? 20 : 0);
    if (best == nullptr || cost < best_cost) {
      best = &post;
      best_cost = cost;
    }
  }
  return best;
}

int Employment::OrganizationOf(int person, int position) const {
  const Post* post = PostOf(person, position);
  return post == nullptr ? -1 : post->organization;
}

}  // namespace annals
