// measure.projection: the scores of a picture as a method.
#include <fmt/format.h>

#include "core/data/row_labels.h"
#include "core/method/part_of_run.h"
#include "core/method/registry.h"
#include "core/projection/projection_scores.h"
#include "core/spaces/matched_spaces.h"
#include "core/spaces/row_classes.h"

namespace horo {

namespace {

constexpr int mostLevels = 20;

/// The parent's rows in the order of the picture's. Error: names an id that the parent lacks.
Result<Embedding> inOrderOf(const Embedding& picture, const Embedding& parent) {
    if (picture.items->names() == parent.items->names()) return parent;
    std::vector<size_t> rows;
    for (size_t i = 0; i < picture.rows(); ++i) {
        const auto row = parent.items->rowOf(picture.items->name(i));
        if (!row)
            return inputError(fmt::format("\"{}\" has no row in the parent", picture.items->name(i)),
                              "give the embedding that the picture was made from");
        rows.push_back(*row);
    }
    return someRows(parent, rows);
}

/// The levels that tell rows apart, each as a partition. Error: the rows do not belong to the hierarchy.
Result<std::vector<ScoredLevel>> levelsOf(const Embedding& picture, const std::vector<std::string>& labels,
                                          const Hierarchy& hierarchy) {
    Embedding rows;  // what classes are asked of: names and labels
    rows.items = picture.items;
    rows.labels = labels;
    rows.vectors = Vectors(picture.rows(), 0, std::vector<float>());
    const auto branches = RowBranches::create(rows, {}, hierarchy);
    if (!branches) return branches.error();
    std::vector<ScoredLevel> levels;
    size_t before = 1;  // classes of the level above
    for (int level = 1; level <= std::min(hierarchy.maxDepth(), mostLevels); ++level) {
        const RowClasses classes = branches->at(level);
        if (classes.count <= before) continue;
        before = classes.count;
        ScoredLevel scored{fmt::format("level {}", level), {}};
        scored.classes.assign(picture.rows(), ScoredLevel::none);
        for (size_t i = 0; i < classes.rows.size(); ++i)
            scored.classes[classes.rows[i]] = classes.classes[i];
        levels.push_back(std::move(scored));
    }
    return levels;
}

class MeasureProjection final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "measure.projection";
            d.version = "2";
            d.title = "Projection quality";
            d.summary = "How much of the neighborhoods and distances of a space its picture keeps.";
            d.citation = "Venna & Kaski 2001";
            d.inputs = {{"embedding", {Kind::Embedding}, "the picture"},
                        {"parent", {Kind::Embedding}, "what it was made from; rows are matched by id"},
                        {"labels",
                         {Kind::Table},
                         "id and label of each row; without it the labels of the embeddings, if any",
                         false},
                        {"hierarchy",
                         {Kind::Hierarchy},
                         "asks also how far the classes of each of its levels keep together",
                         false}};
            d.parameters = {
                integer("k", "Neighbors", 15, 1, 10000, "", "Size of the neighborhoods that are compared."),
                advanced(
                    integer("sample", "Rows scored", 2000, 10, 1e9, "",
                            "Rows that are scored, each against all, where there are more than 5,000."))};
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto picture = inputs.embedding("embedding");
        const auto parent = inOrderOf(*picture, *inputs.embedding("parent"));
        if (!parent) return parent.error();
        std::vector<std::string> labels = picture->labels.empty() ? parent->labels : picture->labels;
        if (const auto table = inputs.table("labels")) {
            auto given = rowLabels(*picture->items, *table);
            if (!given) return given.error();
            labels = std::move(*given);
        }
        ProjectionScoreOptions options;
        options.k = static_cast<size_t>(parameters.integer("k"));
        options.sample = static_cast<size_t>(parameters.integer("sample"));
        if (const auto hierarchy = inputs.hierarchy("hierarchy")) {
            auto levels = levelsOf(*picture, labels, *hierarchy);
            if (!levels) return levels.error();
            options.levels = std::move(*levels);
        }
        options.seed = context.conditions().seed;
        options.threads = context.conditions().threads;
        options.keepGoing = keepTelling(context, "ranking rows");
        const auto scores = projectionScores(*picture, *parent, labels, options);
        if (!scores) return scores.error();
        Outcome outcome;
        addScores(*scores, options.k, !labels.empty(), outcome.report);
        return outcome;
    }
};

HOROCYCLE_METHOD(MeasureProjection);

}  // namespace

}  // namespace horo
