#include "core/embedding/order_model.h"

#include <algorithm>
#include <cmath>

#include "core/base/random.h"

namespace horo {

namespace {

constexpr double startWidth = 0.1;
constexpr double firstDecay = 0.9, secondDecay = 0.999, least = 1e-8;
constexpr uint64_t startStream = 0x04D;

}  // namespace

OrderModel::OrderModel(size_t nodes, size_t dim, uint64_t seed)
    : EntailmentModel(nodes, dim), moments_(nodes, 2 * dim + 1) {
    Random random(seed, startStream);
    std::vector<double> row(dim);
    for (size_t v = 0; v < nodes; ++v) {
        for (double& value : row)
            value = random.uniform(0, startWidth);
        rows().store(v, row.data());
    }
}

double OrderModel::energy(Point ancestor, Point node) const {
    double energy = 0;
    for (size_t i = 0; i < ancestor.size(); ++i) {
        const double above = std::max(0.0, ancestor[i] - node[i]);
        energy += above * above;
    }
    return energy;
}

double OrderModel::energy(Point ancestor, Point node, Out ancestorGradient, Out nodeGradient) const {
    double energy = 0;
    for (size_t i = 0; i < ancestor.size(); ++i) {
        const double above = std::max(0.0, ancestor[i] - node[i]);
        energy += above * above;
        ancestorGradient[i] = 2 * above;
        nodeGradient[i] = -2 * above;
    }
    return energy;
}

void OrderModel::step(Node v, Point row, Point gradient, double rate) {
    const size_t dim = row.size();
    thread_local std::vector<double> moments, next;
    moments.resize(2 * dim + 1);
    next.resize(dim);
    moments_.load(v, moments.data());
    const double steps = moments[2 * dim] + 1;
    const double firstBias = 1 - std::pow(firstDecay, steps), secondBias = 1 - std::pow(secondDecay, steps);
    for (size_t i = 0; i < dim; ++i) {
        double& first = moments[i];
        double& second = moments[dim + i];
        first = firstDecay * first + (1 - firstDecay) * gradient[i];
        second = secondDecay * second + (1 - secondDecay) * gradient[i] * gradient[i];
        next[i] =
            std::max(0.0, row[i] - rate * (first / firstBias) / (std::sqrt(second / secondBias) + least));
        if (!std::isfinite(next[i])) return;
    }
    moments[2 * dim] = steps;
    moments_.store(v, moments.data());
    rows().store(v, next.data());
}

Embedding OrderModel::table() const {
    Embedding table;
    table.vectors = rows().table().plain();
    return table;
}

}  // namespace horo
