#include "core/projection/layout_stage.h"

#include <fmt/format.h>

#include <cmath>

#include "core/method/part_of_run.h"
#include "core/projection/flat_rows.h"
#include "core/projection/principal_components.h"

namespace horo {

namespace {

/// Moves the mean to the origin and scales the first dimension to a standard deviation of 1.
void normalize(std::vector<float>& start, size_t dim) {
    const size_t rows = start.size() / dim;
    double squares = 0;
    for (size_t j = 0; j < dim; ++j) {
        double sum = 0;
        for (size_t i = 0; i < rows; ++i)
            sum += start[i * dim + j];
        const auto mean = static_cast<float>(sum / static_cast<double>(rows));
        for (size_t i = 0; i < rows; ++i) {
            start[i * dim + j] -= mean;
            if (j == 0) squares += start[i * dim] * start[i * dim];
        }
    }
    const double deviation = std::sqrt(squares / static_cast<double>(rows));
    if (deviation > 0)
        for (float& value : start)
            value = static_cast<float>(value / deviation);
}

/// Where rows were before; a new one at the mean of its neighbors that were there, else at the origin.
Result<std::vector<float>> startFrom(const Embedding& given, const Embedding& source,
                                     const Neighbors& neighbors, size_t dim) {
    if (const auto usable = requireUsable(given); !usable) return usable.error();
    if (given.columns() != dim || given.manifold.kind() != ManifoldKind::Euclidean)
        return inputError(fmt::format("the start has {} columns, the picture {}", given.columns(), dim),
                          "start from a flat picture of the same dimension");
    std::vector<float> start(source.rows() * dim, 0.0f);
    std::vector<bool> known(source.rows(), false);
    bool any = false;
    for (size_t i = 0; i < source.rows(); ++i)
        if (const auto row = given.items->rowOf(source.items->id(i))) {
            for (size_t j = 0; j < dim; ++j)
                start[i * dim + j] = static_cast<float>(given.vectors.at(*row, j));
            any = known[i] = true;
        }
    if (!any) return inputError("the start has none of the rows", "start from a picture of the same items");
    for (size_t i = 0; i < source.rows(); ++i) {
        if (known[i]) continue;
        int count = 0;
        for (const uint32_t other : neighbors.rowsOf(i)) {
            if (!known[other]) continue;
            ++count;
            for (size_t j = 0; j < dim; ++j)
                start[i * dim + j] +=
                    (start[other * dim + j] - start[i * dim + j]) / static_cast<float>(count);
        }
    }
    return start;
}

}  // namespace

void addLayoutPorts(Declaration& declaration) {
    declaration.inputs.push_back({"start",
                                  {Kind::Embedding},
                                  "a picture to start from, rows by id; without it principal components",
                                  false});
    declaration.parameters.push_back(
        advanced(integer("components", "Components", 50, 0, 10000, "0 = never",
                         "Wider Euclidean rows are first reduced to that many principal components.")));
}

Result<LayoutStage> layoutStage(const Embedding& source, size_t k, size_t dim, const Inputs& inputs,
                                const Parameters& parameters, Context& context) {
    const auto keepGoing = [&] { return context.keepGoing(); };
    const auto components = static_cast<size_t>(parameters.integer("components"));
    LayoutStage stage;
    context.progress({0, "finding principal components", {}});
    const auto flat = flatRows(source, keepGoing);
    if (!flat) return flat.error();
    const bool euclidean = source.manifold.kind() == ManifoldKind::Euclidean;
    const bool reduced = euclidean && components > 0 && source.columns() > components;
    PrincipalOptions principal;
    principal.count = reduced ? std::max(components, dim) : dim;
    principal.seed = context.conditions().seed;
    principal.threads = context.conditions().threads;
    principal.keepGoing = keepGoing;
    const auto directions = principalComponents(flat->vectors, principal);
    if (!directions) return directions.error();
    const auto count = static_cast<size_t>(directions->directions.cols());
    std::vector<double> coordinates = directions->coordinates(flat->vectors, principal.threads);
    stage.start.assign(source.rows() * dim, 0.0f);
    for (size_t i = 0; i < source.rows(); ++i)
        for (size_t j = 0; j < std::min(dim, count); ++j)
            stage.start[i * dim + j] = static_cast<float>(coordinates[i * count + j]);

    SearchOptions search;
    search.k = k;
    search.threads = context.conditions().threads;
    search.keepGoing = keepTelling(context, "finding neighbors");
    Embedding rows = source;
    if (reduced) {
        rows.vectors = Vectors(source.rows(), count, std::move(coordinates));
        stage.how = fmt::format("; neighbors in {} principal components", count);
    }
    auto neighbors = nearestNeighbors(rows, search);
    if (!neighbors) return neighbors.error();
    stage.neighbors = std::move(*neighbors);
    if (const auto given = inputs.embedding("start")) {
        auto start = startFrom(*given, source, stage.neighbors, dim);
        if (!start) return start.error();
        stage.start = std::move(*start);
        stage.warm = true;
    }
    normalize(stage.start, dim);
    return stage;
}

}  // namespace horo
