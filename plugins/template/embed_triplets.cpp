// embed.triplets: a taxonomy trainer to start from.
#include <cmath>

#include "core/base/random.h"
#include "core/method/registry.h"

using namespace horo;

namespace {

class EmbedTriplets final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "embed.triplets";
            d.version = "1";
            d.title = "Triplets";
            d.summary =
                "Pulls each child to its parent and pushes it from a random node, along geodesics of the "
                "ball.";
            d.citation = "template of a trainer; gradient of a distance: Ganea et al. 2018";
            d.inputs = {{"hierarchy", {Kind::Hierarchy}, "the taxonomy"}};
            d.outputs = {{"embedding", {Kind::Embedding}, "one row a node"}};
            d.parameters = {integer("dim", "Dimensions", 2, 2, 512, "", "Coordinates of each node."),
                            integer("epochs", "Epochs", 200, 1, 1e6, "", "Passes over all edges."),
                            real("lr", "Learning rate", 0.1, 1e-6, 10, "",
                                 "Length of a step, as a hyperbolic distance.")};
            d.resumable = true;
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto hierarchy = inputs.hierarchy("hierarchy");
        const auto edges = hierarchy->edges();
        if (edges.empty()) return inputError("the hierarchy has no edges", "give one with at least one edge");
        const auto dim = static_cast<size_t>(parameters.integer("dim"));
        const auto epochs = parameters.integer("epochs");
        const double lr = parameters.real("lr");
        const Manifold ball = Manifold::poincare();
        Random random(context.conditions().seed);
        std::vector<double> x(hierarchy->size() * dim), step(dim);
        for (double& value : x)
            value = random.uniform(-.01, .01);
        const auto row = [&](size_t v) { return std::span(x).subspan(v * dim, dim); };

        // Moves `from` along the geodesic to `to` by `length`; away from it where that is negative.
        const auto move = [&](size_t from, size_t to, double length) {
            const double distance = ball.distance(row(from), row(to));
            if (distance < 1e-9) return;
            ball.log(row(from), row(to), step);
            for (double& value : step)
                value *= length / distance;
            ball.exp(row(from), step, row(from));
        };

        Outcome outcome;
        double loss = 0;
        int64_t epoch = 0;
        for (; epoch < epochs && context.keepGoing(); ++epoch) {
            loss = 0;
            for (size_t i = 0; i < edges.size(); ++i) {
                if (i % 1024 == 1023 && !context.keepGoing()) break;
                const auto [parent, child] = edges[random.below(static_cast<uint32_t>(edges.size()))];
                const uint32_t other = random.below(static_cast<uint32_t>(hierarchy->size()));
                // log(1 + exp(d(child, parent) - d(child, other))) and its slope
                const double margin =
                    ball.distance(row(child), row(parent)) - ball.distance(row(child), row(other));
                const double slope = 1 / (1 + std::exp(-margin));
                loss += std::log1p(std::exp(margin)) / static_cast<double>(edges.size());
                move(child, parent, lr * slope);
                move(parent, child, lr * slope);
                if (other != child && ball.radius(row(child)) < 10) move(child, other, -lr * slope);
            }
            context.measure("loss", static_cast<double>(epoch + 1), loss);
            context.progress({static_cast<double>(epoch + 1) / static_cast<double>(epochs),
                              "epoch " + std::to_string(epoch + 1),
                              {},
                              static_cast<double>(epochs)});
            if (context.wantsPicture()) context.publish(embeddingOf(*hierarchy, x, dim));
        }
        if (epoch == 0) return cancelledError();
        outcome.report.add("loss", loss, "mean of log(1 + exp(d(child, parent) - d(child, random node)))", "",
                           static_cast<int64_t>(edges.size()));
        outcome.output = embeddingOf(*hierarchy, x, dim);
        outcome.partial = epoch < epochs;
        return outcome;
    }

private:
    static std::shared_ptr<const Embedding> embeddingOf(const Hierarchy& hierarchy,
                                                        const std::vector<double>& x, size_t dim) {
        auto embedding = std::make_shared<Embedding>();
        embedding->items = hierarchy.items();
        embedding->vectors = Vectors(hierarchy.size(), dim, x);
        embedding->manifold = Manifold::poincare();
        return embedding;
    }
};

HOROCYCLE_METHOD(EmbedTriplets);

}  // namespace
