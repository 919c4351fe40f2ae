// fit.linear-map: a ridge regression from one space to another.
#include <fmt/format.h>

#include "core/measure/pair_draw.h"
#include "core/method/registry.h"
#include "core/neighbors/neighbors.h"
#include "core/spaces/matched_spaces.h"

namespace horo {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::RowVectorXd;

constexpr const char* r2Convention =
    "of the held-out fifth, mapped as the other rows say: 1 - sum of squared errors / sum of squares around "
    "the mean, mean over columns "
    "that vary";
constexpr const char* retrievalConvention =
    "share of the held-out rows whose image is nearest to their own row among the held-out ones";

struct LinearMap {
    MatrixXd matrix;  ///< from x to
    RowVectorXd bias;
};

/// scikit-learn's Ridge with intercept: the penalty spares the bias.
LinearMap fitted(const MatrixXd& x, const MatrixXd& y, double ridge) {
    const RowVectorXd xMean = x.colwise().mean(), yMean = y.colwise().mean();
    const MatrixXd a = x.rowwise() - xMean, b = y.rowwise() - yMean;
    MatrixXd normal = a.transpose() * a;
    normal.diagonal().array() += ridge;
    LinearMap map;
    map.matrix = normal.completeOrthogonalDecomposition().solve(a.transpose() * b);
    map.bias = yMean - xMean * map.matrix;
    return map;
}

std::optional<double> meanR2(const MatrixXd& wanted, const MatrixXd& given) {
    const Eigen::ArrayXd squares = (wanted.rowwise() - wanted.colwise().mean()).colwise().squaredNorm();
    const Eigen::ArrayXd errors = (wanted - given).colwise().squaredNorm();
    double sum = 0;
    int count = 0;
    for (Index j = 0; j < squares.size(); ++j)
        if (squares(j) > 0) sum += 1 - errors(j) / squares(j), ++count;
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

Embedding flat(const MatrixXd& rows) {
    Embedding out;
    std::vector<std::string> names;
    std::vector<double> values;
    for (Index i = 0; i < rows.rows(); ++i) {
        names.push_back(std::to_string(i));
        for (Index j = 0; j < rows.cols(); ++j)
            values.push_back(rows(i, j));
    }
    out.items = *Items::create(std::move(names));
    out.vectors =
        Vectors(static_cast<size_t>(rows.rows()), static_cast<size_t>(rows.cols()), std::move(values));
    return out;
}

class FitLinearMap final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "fit.linear-map";
            d.version = "1";
            d.title = "Linear map";
            d.summary = "Fits the linear map that brings one embedding to another of the same items.";
            d.citation = "Hoerl & Kennard 1970; Moayeri et al. 2023";
            d.inputs = {{"from", {Kind::Embedding}, "what is mapped"},
                        {"to", {Kind::Embedding}, "where to, rows matched by id"}};
            d.outputs = {
                {"map",
                 {Kind::Arrays},
                 "matrix (columns of from x of to) and bias, fitted on all rows: to = from matrix + bias"}};
            d.parameters = {real("ridge", "Ridge", 1, 0, 1e12, "",
                                 "Penalty on the squares of the matrix, as in scikit-learn.")};
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto spaces = MatchedSpaces::create(*inputs.embedding("from"), *inputs.embedding("to"));
        if (!spaces) return spaces.error();
        const size_t rows = spaces->rows(), held = rows / 5;
        if (held < 2)
            return inputError(fmt::format("{} common rows are too few", rows),
                              "give at least ten rows with common ids");
        const auto test = drawRows(rows, held, context.conditions().seed);
        std::vector<bool> isTest(rows, false);
        for (const size_t row : test)
            isTest[row] = true;
        std::vector<size_t> train;
        for (size_t row = 0; row < rows; ++row)
            if (!isTest[row]) train.push_back(row);
        context.progress({0, "fitting", {}});
        const MatrixXd x = matrixOf(spaces->a.vectors), y = matrixOf(spaces->b.vectors);
        const double ridge = parameters.real("ridge");
        const LinearMap map = fitted(x(train, Eigen::all), y(train, Eigen::all), ridge);
        if (!context.keepGoing()) return cancelledError();
        const MatrixXd wanted = y(test, Eigen::all);
        const MatrixXd given = (MatrixXd(x(test, Eigen::all)) * map.matrix).rowwise() + map.bias;
        SearchOptions search;
        search.k = 1;
        search.threads = context.conditions().threads;
        search.keepGoing = [&](double) { return context.keepGoing(); };
        const auto nearest = nearestNeighbors(flat(wanted), flat(given), search);
        if (!nearest) return nearest.error();
        size_t hits = 0;
        for (size_t i = 0; i < held; ++i)
            hits += nearest->rows[i] == i;
        Outcome outcome;
        const auto n = static_cast<int64_t>(held);
        if (const auto r2 = meanR2(wanted, given))
            outcome.report.add("r2", *r2, r2Convention, "", n);
        else
            outcome.report.addUndefined("r2", "the held-out rows do not vary", r2Convention);
        outcome.report.add("retrieval_at_1", static_cast<double>(hits) / static_cast<double>(held),
                           retrievalConvention, "", n);
        outcome.output = arraysOf(fitted(x, y, ridge));
        return outcome;
    }

private:
    static std::shared_ptr<const Arrays> arraysOf(const LinearMap& map) {
        std::vector<double> matrix;
        for (Index i = 0; i < map.matrix.rows(); ++i)
            for (Index j = 0; j < map.matrix.cols(); ++j)
                matrix.push_back(map.matrix(i, j));
        const auto from = static_cast<size_t>(map.matrix.rows()), to = static_cast<size_t>(map.matrix.cols());
        return std::make_shared<const Arrays>(
            Arrays{{{"matrix", {from, to}, std::move(matrix)},
                    {"bias", {to}, std::vector<double>(map.bias.begin(), map.bias.end())}}});
    }
};

HOROCYCLE_METHOD(FitLinearMap);

}  // namespace

}  // namespace horo
