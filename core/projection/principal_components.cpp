#include "core/projection/principal_components.h"

#include <algorithm>
#include <atomic>
#include <mutex>

#include "core/base/aligned_vector.h"
#include "core/base/parallel.h"
#include "core/neighbors/product_kernel.h"
#include "core/projection/largest_eigenpairs.h"

namespace horo {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Rows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

constexpr size_t rowsAtOnce = 512;
constexpr size_t widest = 4096;  ///< columns that a covariance is made of

std::vector<double> meanOf(const Vectors& rows) {
    std::vector<double> mean(rows.columns()), row(rows.columns());
    for (size_t i = 0; i < rows.rows(); ++i) {
        rows.copyRow(i, row);
        for (size_t j = 0; j < row.size(); ++j)
            mean[j] += row[j];
    }
    for (double& value : mean)
        value /= static_cast<double>(rows.rows());
    return mean;
}

Rows centred(const Vectors& rows, std::span<const double> mean, size_t begin, size_t end) {
    Rows out(static_cast<Index>(end - begin), static_cast<Index>(rows.columns()));
    for (size_t i = begin; i < end; ++i) {
        double* to = out.data() + (i - begin) * rows.columns();
        rows.copyRow(i, {to, rows.columns()});
        for (size_t j = 0; j < rows.columns(); ++j)
            to[j] -= mean[j];
    }
    return out;
}

double totalVariance(const Vectors& rows, std::span<const double> mean) {
    double sum = 0;
    std::vector<double> row(rows.columns());
    for (size_t i = 0; i < rows.rows(); ++i) {
        rows.copyRow(i, row);
        for (size_t j = 0; j < row.size(); ++j)
            sum += (row[j] - mean[j]) * (row[j] - mean[j]);
    }
    return sum / static_cast<double>(rows.rows());
}

/// X^T X times some columns, divided by n, without the matrix X^T X.
MatrixXd timesCovariance(const Vectors& rows, std::span<const double> mean, const MatrixXd& columns,
                         int threads) {
    MatrixXd sum = MatrixXd::Zero(columns.rows(), columns.cols());
    // Blocks are added in their order, so that the sum is the same on any number of threads.
    const size_t blocks = (rows.rows() + rowsAtOnce - 1) / rowsAtOnce;
    constexpr size_t together = 16;
    for (size_t first = 0; first < blocks; first += together) {
        const size_t count = std::min(together, blocks - first);
        std::vector<MatrixXd> parts(count);
        parallelFor(count, 1, threads, [&](size_t begin, size_t end) {
            for (size_t b = begin; b < end; ++b) {
                const size_t from = (first + b) * rowsAtOnce;
                const Rows x = centred(rows, mean, from, std::min(from + rowsAtOnce, rows.rows()));
                parts[b] = x.transpose() * (x * columns).eval();
            }
        });
        for (const MatrixXd& part : parts)
            sum += part;
    }
    return sum / static_cast<double>(rows.rows());
}

/// Columns of a block of rows, packed as one side of products.
void pack(const Rows& x, size_t together, AlignedVector<double>& out) {
    const auto columns = static_cast<size_t>(x.cols()), rows = static_cast<size_t>(x.rows());
    out.assign((columns + together - 1) / together * together * rows, 0.0);
    for (size_t r = 0; r < rows; ++r)
        for (size_t c = 0; c < columns; ++c)
            out[(c / together * rows + r) * together + c % together] = x.data()[r * columns + c];
}

}  // namespace

Result<MatrixXd> covariance(const Vectors& rows, std::span<const double> mean, int threads,
                            const std::function<bool()>& keepGoing) {
    const ProductKernel<double> kernel = productKernel<double>(bestInstructionSet());
    const size_t left = kernel.leftRows, right = kernel.rightRows, d = rows.columns();
    const size_t lefts = (d + left - 1) / left, rights = (d + right - 1) / right, stride = rights * right;
    // Whole numbers of blocks for each worker, added in the order of the workers: the same on every run.
    const size_t workers = static_cast<size_t>(std::max(1, threads));
    std::vector<MatrixXd> sums(workers);
    std::atomic<bool> stopped{false};
    std::mutex asking;
    runWorkers(static_cast<int>(workers), [&](int worker) {
        AlignedVector<double> a, b, out(lefts * left * stride, 0.0), total(out.size(), 0.0);
        for (size_t from = static_cast<size_t>(worker) * rowsAtOnce; from < rows.rows() && !stopped;
             from += workers * rowsAtOnce) {
            const Rows x = centred(rows, mean, from, std::min(from + rowsAtOnce, rows.rows()));
            const auto n = static_cast<size_t>(x.rows());
            pack(x, left, a);
            pack(x, right, b);
            constexpr size_t stripe =
                16;  // left blocks that stay in the near cache; the lower half is not needed
            for (size_t l = 0; l < lefts; l += stripe) {
                const size_t skipped = l * left / right;
                kernel.multiply({a.data() + l * left * n, b.data() + skipped * right * n,
                                 std::min(stripe, lefts - l), rights - skipped, n,
                                 out.data() + l * left * stride + skipped * right, stride});
            }
            for (size_t i = 0; i < out.size(); ++i)
                total[i] += out[i];
            const std::lock_guard lock(asking);
            if (!stopped && !keepGoing()) stopped = true;
        }
        MatrixXd& sum = sums[static_cast<size_t>(worker)];
        sum.resize(static_cast<Index>(d), static_cast<Index>(d));
        for (size_t i = 0; i < d; ++i)
            for (size_t j = i; j < d; ++j)
                sum(static_cast<Index>(i), static_cast<Index>(j)) =
                    sum(static_cast<Index>(j), static_cast<Index>(i)) = total[i * stride + j];
    });
    if (stopped) return cancelledError();
    for (size_t worker = 1; worker < workers; ++worker)
        sums[0] += sums[worker];
    return MatrixXd(sums[0] / static_cast<double>(rows.rows()));
}

std::vector<double> PrincipalComponents::coordinates(const Vectors& rows, int threads) const {
    const auto count = static_cast<size_t>(directions.cols());
    std::vector<double> out(rows.rows() * count);
    parallelFor(rows.rows(), rowsAtOnce, threads, [&](size_t begin, size_t end) {
        Eigen::Map<Rows>(out.data() + begin * count, static_cast<Index>(end - begin), directions.cols()) =
            centred(rows, mean, begin, end) * directions;
    });
    return out;
}

Result<PrincipalComponents> principalComponents(const Vectors& rows, const PrincipalOptions& options) {
    PrincipalComponents out;
    out.mean = meanOf(rows);
    out.total = totalVariance(rows, out.mean);
    const auto columns = static_cast<Index>(rows.columns());
    const Index count = std::min(static_cast<Index>(options.count), columns);
    EigenpairOptions eigen;
    eigen.seed = options.seed;
    eigen.keepGoing = options.keepGoing;
    Result<Eigenpairs> pairs = cancelledError();
    if (options.randomized || rows.columns() > std::min(widest, rows.rows())) {
        if (options.randomized) eigen.rounds = 2;
        pairs = largestEigenpairs(
            columns, count,
            [&](const MatrixXd& x) { return timesCovariance(rows, out.mean, x, options.threads); }, eigen);
    } else {
        const auto matrix = covariance(rows, out.mean, options.threads, options.keepGoing);
        if (!matrix) return matrix.error();
        pairs = largestEigenpairs(
            columns, count, [&](const MatrixXd& x) { return MatrixXd(*matrix * x); }, eigen);
    }
    if (!pairs) return pairs.error();
    out.directions = std::move(pairs->vectors);
    out.variances = pairs->values.cwiseMax(0.0);
    return out;
}

}  // namespace horo
