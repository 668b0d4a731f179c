// What stands at a moment of the past: the events and relations of the article versions visible then, made
// from nothing but those versions.
#ifndef ANNALS_TESTS_QUERY_MODEL_MODEL_MOMENT_H_
#define ANNALS_TESTS_QUERY_MODEL_MODEL_MOMENT_H_

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tests/query/model/model_articles.h"
#include "tests/query/model/model_clusters.h"
#include "tests/query/model/model_entities.h"
#include "tests/query/model/model_identity.h"

namespace annals::query {

// What the reports of one event say together.
v1::Event Merged(const ModelCluster& reports);

struct ModelEvent {
  ModelCluster reports;
  v1::Event event;  // merged; ids as QueryService gives them
  DayNumber first_known = 0;

  std::optional<DaySpan> span() const { return SpanOf(event.time()); }
  std::vector<std::string> article_ids() const;
  // Roles each entity plays.
  std::map<std::string, std::set<v1::Role>> participants() const;
};

// One article's word for a relation.
struct ModelStatement {
  std::optional<DayNumber> published;
  DayNumber known = 0;
  uint64_t number = 0;
  std::string article_id;
  v1::Relation relation;
};

struct ModelRelation {
  std::string from;
  std::string to;
  v1::RelationType type = v1::RELATION_TYPE_UNSPECIFIED;
  std::string title;
  std::vector<ModelStatement> statements;  // latest publication first

  const v1::Relation& latest() const { return statements.front().relation; }
};

// `versions` must outlive it. Identity and what is taught are those of the past's revision.
class ModelMoment {
 public:
  ModelMoment(const std::vector<ArticleVersion>& versions, const ModelIdentity& identity,
              const ModelTaught& taught, ModelPast past);
  ModelMoment(const ModelMoment&) = delete;
  ModelMoment& operator=(const ModelMoment&) = delete;

  // Dated ones by first day, undated ones last; then by first report.
  const std::vector<ModelEvent>& events() const { return events_; }
  const std::vector<ModelRelation>& relations() const { return relations_; }
  // By id: those that a visible article mentions, or users merged with one that it does.
  const std::map<std::string, ModelEntity>& entities() const { return entities_; }

 private:
  void AddVersion(size_t at, const ArticleVersion& version, const ModelIdentity& identity);
  void AddRelations(size_t at, const ArticleVersion& version, const ModelIdentity& identity);
  void AddEntities(size_t at, const ArticleVersion& version, const ModelIdentity& identity);
  void AddTaught(const ModelTaught& taught);
  void MakeEvents();

  std::vector<ModelReport> reports_;
  std::vector<ModelEvent> events_;
  std::vector<ModelRelation> relations_;
  std::map<std::string, ModelEntity> entities_;
};

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_MODEL_MODEL_MOMENT_H_
