#include "core/projection/umap_layout.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>

#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/projection/radial_table.h"

namespace horo {

namespace {

constexpr size_t rowsAtOnce = 512;
constexpr float longest = 4;  ///< of a step along one dimension, times the rate

/// Points that several threads move without locks: numbers are read and written whole.
class SharedPoints {
public:
    explicit SharedPoints(std::vector<float>& values) : values_(values) {}
    float load(size_t i) const { return std::atomic_ref<float>(values_[i]).load(std::memory_order_relaxed); }
    void store(size_t i, float value) {
        std::atomic_ref<float>(values_[i]).store(value, std::memory_order_relaxed);
    }

private:
    std::vector<float>& values_;
};

template <size_t dim>
class Layout {
public:
    Layout(const NearWeights& weights, const UmapOptions& options, std::vector<float>& points)
        : weights_(weights),
          options_(options),
          points_(points),
          attraction_([c = options.curve](double squared) {
              return -2 * c.a * c.b * std::pow(squared, c.b - 1) / (1 + c.a * std::pow(squared, c.b));
          }),
          repulsion_([c = options.curve](double squared) {
              return 2 * c.b / ((0.001 + squared) * (1 + c.a * std::pow(squared, c.b)));
          }),
          due_(weights.values.size()) {
        // Each pair is taken as often as its weight says, the heaviest in every epoch.
        const float heaviest =
            weights.values.empty() ? 1 : *std::max_element(weights.values.begin(), weights.values.end());
        const auto epochs = static_cast<float>(options.epochs);
        every_.reserve(due_.size());
        for (const float weight : weights.values)
            every_.push_back(weight * epochs < heaviest ? 2 * epochs + 2 : heaviest / weight);
        due_ = every_;
    }

    int run() {
        for (int epoch = 0; epoch < options_.epochs; ++epoch) {
            const double rate =
                options_.rate * (1 - static_cast<double>(epoch) / static_cast<double>(options_.epochs));
            const auto moveRows = [&](size_t begin, size_t end) {
                const auto blocks = (weights_.size() + rowsAtOnce - 1) / rowsAtOnce;
                Random random(options_.seed, static_cast<uint64_t>(epoch) * blocks + begin / rowsAtOnce);
                for (size_t i = begin; i < end; ++i)
                    moveRow(i, static_cast<float>(epoch), static_cast<float>(rate), random);
            };
            if (!parallelWhile(options_.keepGoing, weights_.size(), rowsAtOnce, options_.threads, moveRows))
                return epoch;
            options_.report(epoch + 1, points_);
        }
        return options_.epochs;
    }

private:
    using Point = std::array<float, dim>;

    Point load(size_t row) const {
        Point out;
        for (size_t j = 0; j < dim; ++j)
            out[j] = shared_.load(row * dim + j);
        return out;
    }
    void store(size_t row, const Point& point) {
        for (size_t j = 0; j < dim; ++j)
            shared_.store(row * dim + j, point[j]);
    }
    static float squaredDistance(const Point& x, const Point& y) {
        float sum = 0;
        for (size_t j = 0; j < dim; ++j)
            sum += (x[j] - y[j]) * (x[j] - y[j]);
        return sum;
    }

    void moveRow(size_t row, float epoch, float rate, Random& random) {
        Point here = load(row);
        for (size_t e = weights_.starts[row]; e < weights_.starts[row + 1]; ++e) {
            if (due_[e] > epoch + 1) continue;
            due_[e] += every_[e];
            attract(here, weights_.columns[e], rate);
            repel(here, row, rate, random);
            store(row, here);
        }
    }

    void attract(Point& here, uint32_t other, float rate) {
        Point there = load(other);
        const float factor = attraction_(squaredDistance(here, there));
        for (size_t j = 0; j < dim; ++j) {
            const float step = rate * std::clamp(factor * (here[j] - there[j]), -longest, longest);
            here[j] += step;
            there[j] -= step;
        }
        store(other, there);
    }

    /// All drawn rows push from where the point stands now: none has to wait for the one before.
    void repel(Point& here, size_t row, float rate, Random& random) const {
        Point push{};
        for (int negative = 0; negative < options_.negatives; ++negative) {
            const uint32_t other = random.below(static_cast<uint32_t>(weights_.size()));
            if (other == row) continue;
            const Point there = load(other);
            const float factor = repulsion_(squaredDistance(here, there));
            for (size_t j = 0; j < dim; ++j)
                push[j] += std::clamp(factor * (here[j] - there[j]), -longest, longest);
        }
        for (size_t j = 0; j < dim; ++j)
            here[j] += rate * push[j];
    }

    const NearWeights& weights_;
    const UmapOptions& options_;
    std::vector<float>& points_;
    SharedPoints shared_{points_};
    RadialTable attraction_, repulsion_;
    std::vector<float> due_, every_;  ///< the next epoch of each weight, and epochs between two
};

}  // namespace

SimilarityCurve SimilarityCurve::fitted(double minimum, double spread) {
    // Levenberg-Marquardt on the logarithms of a and b, over 300 distances up to three times the spread.
    constexpr int points = 300;
    const auto wanted = [&](double d) { return d < minimum ? 1 : std::exp(-(d - minimum) / spread); };
    double logA = 0, logB = 0, damping = 1e-3;
    const auto residuals = [&](double p, double q, double* normal) {
        double sum = 0;
        const double a = std::exp(p), b = std::exp(q);
        for (int i = 1; i < points; ++i) {
            const double d = 3 * spread * i / (points - 1), power = a * std::pow(d, 2 * b);
            const double value = 1 / (1 + power), r = value - wanted(d);
            sum += r * r;
            if (!normal) continue;
            const double byA = -value * value * power, byB = byA * 2 * b * std::log(d);
            normal[0] += byA * byA, normal[1] += byA * byB, normal[2] += byB * byB;
            normal[3] += byA * r, normal[4] += byB * r;
        }
        return sum;
    };
    for (int step = 0; step < 200; ++step) {
        double n[5] = {};
        const double before = residuals(logA, logB, n);
        const double aa = n[0] * (1 + damping), bb = n[2] * (1 + damping),
                     determinant = aa * bb - n[1] * n[1];
        if (determinant <= 0) break;
        const double p = logA - (bb * n[3] - n[1] * n[4]) / determinant;
        const double q = logB - (aa * n[4] - n[1] * n[3]) / determinant;
        if (residuals(p, q, nullptr) < before)
            logA = p, logB = q, damping = std::max(damping / 10, 1e-12);
        else
            damping *= 10;
        if (damping > 1e12) break;
    }
    return {std::exp(logA), std::exp(logB)};
}

int layOutUmap(const NearWeights& weights, const UmapOptions& options, std::vector<float>& points) {
    return options.dim == 3 ? Layout<3>(weights, options, points).run()
                            : Layout<2>(weights, options, points).run();
}

namespace {

/// a d^2b of two rows: the similarity is one over one more.
double powerOf(const UmapOptions& options, const std::vector<float>& points, size_t i, size_t j) {
    double squared = 0;
    for (size_t d = 0; d < options.dim; ++d) {
        const double difference = points[i * options.dim + d] - points[j * options.dim + d];
        squared += difference * difference;
    }
    return options.curve.a * std::pow(std::max(squared, 0.001), options.curve.b);
}

}  // namespace

double effectiveLoss(const NearWeights& weights, const UmapOptions& options, const std::vector<float>& points,
                     size_t sample) {
    const size_t n = weights.size();
    double near = 0, far = 0;
    std::vector<double> degrees(n, 0);
    for (size_t i = 0; i < n; ++i)
        for (size_t e = weights.starts[i]; e < weights.starts[i + 1]; ++e) {
            degrees[i] += weights.values[e];
            near += weights.values[e] * std::log1p(powerOf(options, points, i, weights.columns[e]));
        }
    Random random(options.seed, 1);
    for (size_t s = 0; s < sample; ++s) {
        const size_t i = random.below(static_cast<uint32_t>(n)), j = random.below(static_cast<uint32_t>(n));
        if (i != j) far += degrees[i] * std::log1p(1 / powerOf(options, points, i, j));
    }
    const auto rows = static_cast<double>(n);
    return near / rows + (sample > 0 ? options.negatives * far / static_cast<double>(sample) : 0);
}

double fuzzyCrossEntropy(const NearWeights& weights, const UmapOptions& options,
                         const std::vector<float>& points, size_t sample) {
    const size_t n = weights.size();
    const auto power = [&](size_t i, size_t j) { return powerOf(options, points, i, j); };
    double near = 0;
    for (size_t i = 0; i < n; ++i)
        for (size_t e = weights.starts[i]; e < weights.starts[i + 1]; ++e) {
            const double w = std::min(1.0, static_cast<double>(weights.values[e]));
            const double t = power(i, weights.columns[e]), q = 1 / (1 + t);
            near += w * std::log(w / q);
            if (w < 1) near += (1 - w) * std::log((1 - w) / (t * q));
        }
    double far = 0;
    size_t drawn = 0;
    Random random(options.seed, 1);
    for (size_t s = 0; s < sample; ++s) {
        const size_t i = random.below(static_cast<uint32_t>(n)), j = random.below(static_cast<uint32_t>(n));
        const auto begin = weights.columns.begin() + static_cast<std::ptrdiff_t>(weights.starts[i]);
        const auto end = weights.columns.begin() + static_cast<std::ptrdiff_t>(weights.starts[i + 1]);
        if (i == j || std::binary_search(begin, end, static_cast<uint32_t>(j))) continue;
        const double t = power(i, j);
        far += std::log1p(1 / t);
        ++drawn;
    }
    const auto rows = static_cast<double>(n);
    const double others = rows * (rows - 1) - static_cast<double>(weights.values.size());
    return (near + (drawn > 0 ? others * far / static_cast<double>(drawn) : 0)) / rows;
}

}  // namespace horo
