// neighbors.search: the nearest rows of all rows as a method.
#include <fmt/format.h>

#include <cmath>

#include "core/method/part_of_run.h"
#include "core/method/registry.h"
#include "core/neighbors/neighbor_graph.h"

namespace horo {

namespace {

constexpr size_t exactLimit = 100'000;  ///< rows above which a graph answers
constexpr size_t recallSample = 200;    ///< queries that the recall is measured on

/// Rows as they are to be compared. Cosine: unit rows on the sphere, whose angles order like 1 - cos.
Result<Embedding> underMetric(const Embedding& embedding, const std::string& metric) {
    Embedding out = embedding;
    if (metric == "auto") return out;
    out.extended.reset();
    if (metric == "cosine") {
        std::vector<double> rows = embedding.vectors.toDouble();
        const size_t columns = embedding.columns();
        for (size_t i = 0; i < embedding.rows(); ++i) {
            const std::span<double> row(rows.data() + i * columns, columns);
            double length = 0;
            for (const double value : row)
                length = std::hypot(length, value);
            if (length == 0)
                return inputError(
                    fmt::format("row \"{}\" is zero and has no direction", embedding.items->name(i)),
                    "leave it out, or choose another metric", fmt::format("row {}", i));
            for (double& value : row)
                value /= length;
        }
        out.vectors = Vectors(embedding.rows(), columns, std::move(rows));
        out.manifold = Manifold::sphere();
        return out;
    }
    const auto kind = manifoldFromName(metric);
    if (!kind) return kind.error();
    const bool hyperbolic = *kind == ManifoldKind::Poincare || *kind == ManifoldKind::Lorentz;
    // Both models of the hyperbolic space have one distance.
    if (*kind == embedding.manifold.kind() || (hyperbolic && embedding.manifold.isHyperbolic()))
        return embedding;
    out.manifold = *kind == ManifoldKind::Poincare  ? Manifold::poincare()
                   : *kind == ManifoldKind::Lorentz ? Manifold::lorentz()
                                                    : Manifold::euclidean();
    return out;
}

class NeighborsSearch final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "neighbors.search";
            d.version = "1";
            d.title = "Nearest neighbors";
            d.summary = "Finds the nearest rows of every row, or of each query.";
            d.citation = "Malkov & Yashunin 2020 for the approximate search";
            d.inputs = {{"embedding", {Kind::Embedding}, "the rows that are searched"},
                        {"queries",
                         {Kind::Embedding},
                         "rows of the same space that ask; without them the embedding's own ask, each for "
                         "the others",
                         false}};
            d.outputs = {{"neighbors",
                          {Kind::Arrays},
                          "indices (rows of the embedding) and distances, a line for each id that asks"}};
            d.parameters = {
                integer("k", "Neighbors", 15, 1, 10000, "", "How many rows to find for each."),
                choice("metric", "Metric", {"auto", "euclidean", "cosine", "poincare", "lorentz"},
                       "Distance; auto takes that of the manifold, cosine is 1 - cos."),
                boolean("exact", "Exact", false,
                        "Searches exactly at any size; else a graph answers above 100,000 rows, and its "
                        "recall is measured.")};
            d.deterministic = false;
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto source = inputs.embedding("embedding"), asking = inputs.embedding("queries");
        if (const auto usable = requireUsable(*source); !usable && parameters.text("metric") == "auto")
            return usable.error();
        const std::string& metric = parameters.text("metric");
        const auto rows = underMetric(*source, metric);
        if (!rows) return rows.error();
        const auto queries = underMetric(asking ? *asking : *source, metric);
        if (!queries) return queries.error();
        const Embedding* own = asking ? &*queries : nullptr;
        SearchOptions options;
        options.k = static_cast<size_t>(parameters.integer("k"));
        options.threads = context.conditions().deterministic ? 1 : context.conditions().threads;
        options.keepGoing = keepTelling(context, "comparing rows");
        const bool exact = parameters.boolean("exact") || rows->rows() <= exactLimit || rows->extended ||
                           rows->manifold.kind() == ManifoldKind::Product;
        const uint64_t seed = context.conditions().seed;
        auto found = !exact ? approximateNeighbors(*rows, own, options, seed)
                     : own  ? nearestNeighbors(*rows, *own, options)
                            : nearestNeighbors(*rows, options);
        if (!found) return found.error();
        Outcome outcome;
        const auto asked = static_cast<int64_t>(found->queries);
        if (found->queries == 0 || found->k == 0) {
            outcome.report.addUndefined("recall", "there are no rows to find", "share of the nearest rows");
        } else if (exact) {
            outcome.report.add("recall", 1, "share of the nearest rows that were found: exact search", "",
                               asked);
        } else {
            const auto recall = measuredRecall(*rows, own, *found, options, recallSample, seed);
            if (!recall) return recall.error();
            outcome.report.add("recall", *recall,
                               "share of the nearest rows that were found, measured on drawn queries", "",
                               static_cast<int64_t>(std::min(found->queries, recallSample)));
        }
        if (found->k < options.k)
            outcome.report.warnings.push_back(
                fmt::format("k = {} was asked for, there are {} rows to find", options.k, found->k));
        outcome.output = arraysOf(std::move(*found), metric == "cosine", asking ? *asking : *source);
        return outcome;
    }

private:
    static std::shared_ptr<const Arrays> arraysOf(Neighbors found, bool cosine, const Embedding& asking) {
        if (cosine)
            for (double& distance : found.distances) {
                const double sine = std::sin(distance / 2);
                distance = 2 * sine * sine;
            }
        const std::vector<size_t> shape{found.queries, found.k};
        return std::make_shared<const Arrays>(
            Arrays{{{"indices", shape, std::vector<int64_t>(found.rows.begin(), found.rows.end())},
                    {"distances", shape, std::move(found.distances)},
                    {"ids", {asking.rows()}, asking.items->names()}}});
    }
};

HOROCYCLE_METHOD(NeighborsSearch);

}  // namespace

}  // namespace horo
