#include "core/projection/projection.h"

#include "core/method/part_of_run.h"
#include "core/projection/projection_scores.h"

namespace horo {

namespace {

std::shared_ptr<const Embedding> pictureOf(const Embedding& source, Vectors vectors,
                                           const Manifold& manifold) {
    auto picture = std::make_shared<Embedding>();
    picture->items = source.items;
    picture->labels = source.labels;
    picture->vectors = std::move(vectors);
    picture->manifold = manifold;
    return picture;
}

}  // namespace

Declaration projectionDeclaration(std::string id, std::string title, std::string summary,
                                  std::string citation) {
    Declaration d;
    d.id = std::move(id);
    d.version = "1";
    d.title = std::move(title);
    d.summary = std::move(summary);
    d.citation = std::move(citation);
    d.inputs = {{"embedding", {Kind::Embedding}, "the rows that are drawn"}};
    d.outputs = {{"embedding", {Kind::Embedding}, "a point for each row"}};
    d.parameters = {integer("dim", "Dimension", 2, 2, 3, "", "Dimensions of the picture."),
                    boolean("score", "Score the picture", false,
                            "Adds trustworthiness, continuity and Shepard correlation with k = 15.")};
    return d;
}

Result<std::shared_ptr<const Embedding>> projectionSource(const Inputs& inputs) {
    auto source = inputs.embedding("embedding");
    if (const auto usable = requireUsable(*source); !usable) return usable.error();
    if (source->columns() == 0 && source->rows() > 0)
        return inputError("the rows have no columns", "give rows of at least one number");
    return source;
}

std::shared_ptr<const Embedding> projectionOf(const Embedding& source, std::vector<double> coordinates,
                                              size_t dim, const Manifold& manifold) {
    return pictureOf(source, Vectors(source.rows(), dim, std::move(coordinates)), manifold);
}

std::shared_ptr<const Embedding> projectionOf(const Embedding& source, std::vector<float> coordinates,
                                              size_t dim, const Manifold& manifold) {
    if (source.vectors.isDouble())
        return projectionOf(source, std::vector<double>(coordinates.begin(), coordinates.end()), dim,
                            manifold);
    return pictureOf(source, Vectors(source.rows(), dim, std::move(coordinates)), manifold);
}

Result<Outcome> finishProjection(std::shared_ptr<const Embedding> picture, const Embedding& source,
                                 Report report, bool partial, const Parameters& parameters,
                                 Context& context) {
    Outcome outcome;
    outcome.report = std::move(report);
    outcome.partial = partial;
    if (parameters.boolean("score") && !partial) {
        ProjectionScoreOptions options;
        options.seed = context.conditions().seed;
        options.threads = context.conditions().threads;
        options.keepGoing = keepTelling(context, "scoring the picture");
        const auto scores = projectionScores(*picture, source, source.labels, options);
        if (scores)
            addScores(*scores, options.k, !source.labels.empty(), outcome.report);
        else if (scores.error().blame == Blame::Cancelled)
            outcome.partial = true;  // the picture is whole, its scores are not
        else
            return scores.error();
    }
    outcome.output = std::move(picture);
    return outcome;
}

}  // namespace horo
