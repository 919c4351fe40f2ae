#include "views/disk/PrincipalDirections.h"

#include <algorithm>
#include <cmath>

#include "core/base/random.h"

namespace horo::views {

namespace {

constexpr size_t sampleRows = 4096;

}  // namespace

void tangentRow(const Embedding& embedding, size_t row, std::vector<double>& out) {
    const size_t columns = embedding.columns();
    const bool lorentz = embedding.manifold.kind() == ManifoldKind::Lorentz;
    out.resize(columns - (lorentz ? 1 : 0));
    double squared = 0;
    for (size_t j = 0; j < out.size(); ++j) {
        out[j] = embedding.vectors.at(row, j + (lorentz ? 1 : 0));
        squared += out[j] * out[j];
    }
    if (!embedding.manifold.isHyperbolic()) return;
    const double root = std::sqrt(-embedding.manifold.curvature());
    const double norm = std::sqrt(squared);
    if (norm == 0) return;
    const double rho = lorentz ? std::asinh(norm * root) : 2 * std::atanh(std::min(norm * root, 1 - 1e-15));
    for (double& value : out)
        value *= rho / norm;
}

Eigen::MatrixXd tangentSample(const Embedding& embedding) {
    const size_t rows = embedding.rows(), taken = std::min(rows, sampleRows);
    std::vector<double> row;
    Eigen::MatrixXd sample(taken, 0);
    size_t filled = 0;
    for (size_t i = 0; i < taken; ++i) {
        tangentRow(embedding, i * rows / taken, row);
        if (sample.cols() == 0) sample.resize(taken, row.size());
        if (!std::all_of(row.begin(), row.end(), [](double v) { return std::isfinite(v); })) continue;
        sample.row(filled++) = Eigen::Map<Eigen::RowVectorXd>(row.data(), row.size());
    }
    sample.conservativeResize(filled, Eigen::NoChange);
    return sample;
}

Eigen::MatrixXd principalDirections(const Eigen::MatrixXd& sample, int count) {
    Random random(7);
    Eigen::MatrixXd basis(sample.cols(), count);
    for (auto& value : basis.reshaped())
        value = random.normal();
    for (int round = 0; round < 60; ++round) {
        const Eigen::MatrixXd next = sample.transpose() * (sample * basis);
        if (next.norm() == 0) break;
        basis = Eigen::HouseholderQR<Eigen::MatrixXd>(next).householderQ() *
                Eigen::MatrixXd::Identity(sample.cols(), count);
    }
    const Eigen::MatrixXd inPlane = sample * basis;
    // Inside of what they span the iteration leaves them in no order.
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(inPlane.transpose() * inPlane);
    basis = (basis * solver.eigenvectors().rowwise().reverse()).eval();
    for (int k = 0; k < count; ++k) {
        Eigen::Index largest = 0;
        basis.col(k).cwiseAbs().maxCoeff(&largest);
        if (basis(largest, k) < 0) basis.col(k) *= -1;
    }
    return basis;
}

}  // namespace horo::views
