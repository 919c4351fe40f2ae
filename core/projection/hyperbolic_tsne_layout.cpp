#include "core/projection/hyperbolic_tsne_layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "core/base/parallel.h"
#include "core/projection/space_tree.h"

namespace horo {

namespace {

constexpr size_t rowsAtOnce = 64;

template <size_t dim>
using Point = std::array<double, dim>;

template <size_t dim>
double dot(const Point<dim>& x, const Point<dim>& y) {
    double sum = 0;
    for (size_t j = 0; j < dim; ++j)
        sum += x[j] * y[j];
    return sum;
}

/// x (+) y in the ball of curvature -1 (Ganea et al. 2018, eq. 4).
template <size_t dim>
Point<dim> added(const Point<dim>& x, const Point<dim>& y) {
    const double xy = dot(x, y), xx = dot(x, x), yy = dot(y, y), below = 1 + 2 * xy + xx * yy;
    Point<dim> out;
    for (size_t j = 0; j < dim; ++j)
        out[j] = ((1 + 2 * xy + yy) * x[j] + (1 - xx) * y[j]) / below;
    return out;
}

template <size_t dim>
Point<dim> negative(Point<dim> x) {
    for (double& value : x)
        value = -value;
    return x;
}

/// The tangent at x, of hyperbolic length, of the geodesic that is at y at time 1.
template <size_t dim>
Point<dim> towards(const Point<dim>& x, const Point<dim>& y) {
    Point<dim> out = added(negative(x), y);
    const double norm = std::sqrt(dot(out, out));
    const double factor = norm > 0 ? 2 * std::atanh(std::min(norm, 1 - 1e-16)) / norm : 0;
    for (double& value : out)
        value *= factor;
    return out;
}

/// Where the geodesic with that tangent is at time 1, held inside a radius.
template <size_t dim>
Point<dim> moved(const Point<dim>& x, Point<dim> tangent, double largestNorm) {
    const double length = std::sqrt(dot(tangent, tangent));
    const double factor = length > 0 ? std::tanh(length / 2) / length : 0;
    for (double& value : tangent)
        value *= factor;
    Point<dim> out = added(x, tangent);
    const double norm = std::sqrt(dot(out, out));
    if (norm > largestNorm)
        for (double& value : out)
            value *= largestNorm / norm;
    return out;
}

template <size_t dim>
class Layout {
public:
    Layout(const NearWeights& weights, const HyperbolicTsneOptions& options)
        : weights_(weights), options_(options), largestNorm_(std::tanh(options.farthest / 2)) {}

    /// Sums of attraction and repulsion for each point, of q, and of p log(p / q).
    double divergence(const std::vector<double>& points, double exaggeration, std::vector<double>* gradient) {
        place(points);
        const size_t n = weights_.size();
        attraction_.assign(n, {});
        repulsion_.assign(n, {});
        sums_.assign(n, 0.0);
        logs_.assign(n, 0.0);
        stopped_ = !parallelWhile(options_.keepGoing, n, rowsAtOnce, options_.threads,
                                  [&](size_t begin, size_t end) {
                                      std::vector<uint32_t> open;
                                      for (size_t i = begin; i < end; ++i)
                                          attract(i), repel(i, open);
                                  });
        const double sum = std::accumulate(sums_.begin(), sums_.end(), 0.0);
        double divergence = 0, all = 0;
        for (size_t i = 0; i < n; ++i)
            divergence += logs_[i];
        for (const float p : weights_.values)
            all += p;
        divergence += all * std::log(sum);
        if (gradient) {
            gradient->resize(n * dim);
            for (size_t i = 0; i < n; ++i)
                for (size_t j = 0; j < dim; ++j)
                    (*gradient)[i * dim + j] =
                        -4 * (exaggeration * attraction_[i][j] - repulsion_[i][j] / sum);
        }
        return divergence;
    }

    /// Momentum and gains as in flat t-SNE; tangents are taken along as coordinates at the moved origin.
    int run(std::vector<double>& points) {
        std::vector<double> gradient, update(points.size(), 0.0), gains(points.size(), 1.0);
        int done = 0;
        for (const bool early : {true, false}) {
            const double exaggeration = early ? options_.exaggeration : 1;
            const double rate = options_.rate > 0
                                    ? options_.rate
                                    : static_cast<double>(weights_.size()) / (1000 * options_.exaggeration);
            const double momentum = early ? 0.5 : 0.8;
            for (int step = 0; step < (early ? options_.early : options_.steps); ++step) {
                divergence(points, exaggeration, &gradient);
                if (stopped_) return done;
                for (size_t i = 0; i < weights_.size(); ++i) {
                    Point<dim> x, tangent;
                    for (size_t j = 0; j < dim; ++j) {
                        const size_t n = i * dim + j;
                        gains[n] = (gradient[n] > 0) != (update[n] > 0) ? gains[n] + 0.2
                                                                        : std::max(gains[n] * 0.8, 0.01);
                        update[n] = momentum * update[n] - rate * gains[n] * gradient[n];
                        x[j] = points[n], tangent[j] = update[n];
                    }
                    const Point<dim> next = moved(x, tangent, largestNorm_);
                    std::copy(next.begin(), next.end(),
                              points.begin() + static_cast<std::ptrdiff_t>(i * dim));
                }
                options_.report(++done, points);
            }
        }
        return done;
    }

private:
    void place(const std::vector<double>& points) {
        points_.resize(weights_.size());
        std::vector<float> rough(points.begin(), points.end());
        for (size_t i = 0; i < points_.size(); ++i)
            std::copy_n(points.begin() + static_cast<std::ptrdiff_t>(i * dim), dim, points_[i].begin());
        tree_.build(rough, dim);
    }

    void attract(size_t i) {
        for (size_t e = weights_.starts[i]; e < weights_.starts[i + 1]; ++e) {
            const Point<dim> tangent = towards(points_[i], points_[weights_.columns[e]]);
            const double p = weights_.values[e], t = 1 + dot(tangent, tangent);
            for (size_t j = 0; j < dim; ++j)
                attraction_[i][j] += p / t * tangent[j];
            logs_[i] += p * std::log(p * t);
        }
    }

    void repel(size_t i, double mass, const Point<dim>& body) {
        const Point<dim> tangent = towards(points_[i], body);
        const double q = 1 / (1 + dot(tangent, tangent));
        sums_[i] += mass * q;
        for (size_t j = 0; j < dim; ++j)
            repulsion_[i][j] += mass * q * q * tangent[j];
    }

    /// A cell looks as large as its edge does from the point, in the lengths of the flat ball: far from the
    /// rim both are scaled alike, near it distant cells are small in hyperbolic terms too.
    void repel(size_t i, std::vector<uint32_t>& open) {
        open.assign(1, 0);
        while (!open.empty()) {
            const SpaceTree::Cell& cell = tree_.cells()[open.back()];
            open.pop_back();
            Point<dim> centre;
            double squared = 0;
            for (size_t j = 0; j < dim; ++j) {
                centre[j] = static_cast<double>(cell.centre[j]);
                squared += (centre[j] - points_[i][j]) * (centre[j] - points_[i][j]);
            }
            const double size = static_cast<double>(cell.size);
            if (size * size < options_.angle * options_.angle * squared) {
                repel(i, cell.end - cell.begin, centre);
            } else if (cell.children > 0) {
                for (uint32_t child = 0; child < cell.children; ++child)
                    open.push_back(cell.firstChild + child);
            } else {
                for (uint32_t place = cell.begin; place < cell.end; ++place)
                    if (const uint32_t other = tree_.order()[place]; other != i) repel(i, 1, points_[other]);
            }
        }
    }

    const NearWeights& weights_;
    const HyperbolicTsneOptions& options_;
    double largestNorm_;
    bool stopped_ = false;
    SpaceTree tree_;
    std::vector<Point<dim>> points_, attraction_, repulsion_;
    std::vector<double> sums_, logs_;
};

}  // namespace

int layOutHyperbolicTsne(const NearWeights& weights, const HyperbolicTsneOptions& options,
                         std::vector<double>& points) {
    return options.dim == 3 ? Layout<3>(weights, options).run(points)
                            : Layout<2>(weights, options).run(points);
}

double hyperbolicDivergence(const NearWeights& weights, const HyperbolicTsneOptions& options,
                            const std::vector<double>& points, double exaggeration,
                            std::vector<double>* gradient) {
    return options.dim == 3 ? Layout<3>(weights, options).divergence(points, exaggeration, gradient)
                            : Layout<2>(weights, options).divergence(points, exaggeration, gradient);
}

}  // namespace horo
