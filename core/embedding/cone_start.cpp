#include "core/embedding/cone_start.h"

#include <fmt/format.h>

#include <cmath>

#include "core/embedding/taxonomy_trainer.h"
#include "core/measure/matched_rows.h"

namespace horo {

namespace {

constexpr int pairsPerRate = 10;  // the trainer counts its rate by the batch mean

/// The row in the ball of curvature -1.
void toBall(const Manifold& manifold, std::span<const double> row, std::span<double> out) {
    if (manifold.kind() == ManifoldKind::Lorentz)
        lorentzToPoincare(row, manifold.curvature(), out);
    else
        std::copy(row.begin(), row.end(), out.begin());
    for (double& value : out)
        value *= std::sqrt(-manifold.curvature());
}

}  // namespace

Result<ConeStart> givenStart(const Embedding& embedding, const EntailmentTask& task) {
    const bool lorentz = embedding.manifold.kind() == ManifoldKind::Lorentz;
    if (!embedding.manifold.isHyperbolic())
        return inputError(fmt::format("the start is {}, and cones live in the ball",
                                      manifoldName(embedding.manifold.kind())),
                          "start from a Poincaré or Lorentz embedding, or from none");
    if (const auto usable = requireUsable(embedding); !usable) return usable.error();
    ConeStart start;
    start.dim = embedding.columns() - lorentz;
    if (start.dim < 2) return inputError("the start has one dimension", "start from two dimensions or more");
    start.rows.resize(task.hierarchy->size() * start.dim);
    const MatchedRows match(embedding, *task.hierarchy);
    std::vector<double> row(embedding.columns());
    for (Node v = 0; v < task.hierarchy->size(); ++v) {
        if (match.rowOfNode[v] == MatchedRows::none) {
            if (v == task.pairs.top) continue;
            return inputError(fmt::format("the start has no row for \"{}\"", task.hierarchy->name(v)),
                              "start from an embedding of all nodes");
        }
        embedding.vectors.copyRow(match.sourceRows[match.rowOfNode[v]], row);
        toBall(embedding.manifold, row, std::span(start.rows).subspan(v * start.dim, start.dim));
    }
    return start;
}

Result<ConeStart> trainedStart(const EntailmentTask& task, const ConeStartOptions& options, int epochs,
                               Context& context) {
    TaxonomyOptions taxonomy;
    taxonomy.manifold = ManifoldKind::Poincare;
    taxonomy.closure = false;
    taxonomy.dim = options.dim;
    taxonomy.epochs = options.epochs;
    taxonomy.negatives = options.negatives;
    taxonomy.batch = pairsPerRate;
    taxonomy.lr = pairsPerRate * options.lr;
    taxonomy.start = TaxonomyStart::Random;
    taxonomy.threads = context.conditions().threads;
    taxonomy.deterministic = context.conditions().deterministic;
    taxonomy.seed = context.conditions().seed;
    auto trainer = TaxonomyTrainer::create(task.training, taxonomy);
    if (!trainer) return trainer.error();
    int last = 0;
    const auto trained = (*trainer)->run([&](const TaxonomyProgress& at) {
        context.progress({at.share * at.epochs / epochs,
                          fmt::format("start: epoch {} of {}", at.epoch, at.epochs),
                          at.secondsLeft * epochs / at.epochs, static_cast<double>(epochs)});
        if (at.epoch > last) context.measure("start_loss", last = at.epoch, at.loss);
        if (context.wantsPicture())
            context.publish(std::make_shared<const Embedding>((*trainer)->snapshot()));
        return context.keepGoing();
    });
    if (!trained) return trained.error();
    return ConeStart{trained->embedding.vectors.toDouble(), trained->embedding.columns()};
}

}  // namespace horo
