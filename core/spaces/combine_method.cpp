// combine.spaces: one embedding of two.
#include <fmt/format.h>

#include "core/method/registry.h"
#include "core/projection/flat_rows.h"
#include "core/projection/principal_components.h"
#include "core/spaces/matched_spaces.h"
#include "core/spaces/similarity.h"

namespace horo {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;

/// Centred, then rows of unit length, so that neither space outweighs the other; a zero row stays.
MatrixXd unitRows(const MatrixXd& rows) {
    MatrixXd out = centred(rows);
    for (Index i = 0; i < out.rows(); ++i)
        if (const double norm = out.row(i).norm(); norm > 0) out.row(i) /= norm;
    return out;
}

Vectors vectorsOf(const MatrixXd& rows) {
    std::vector<double> values;
    for (Index i = 0; i < rows.rows(); ++i)
        for (Index j = 0; j < rows.cols(); ++j)
            values.push_back(rows(i, j));
    return Vectors(static_cast<size_t>(rows.rows()), static_cast<size_t>(rows.cols()), std::move(values));
}

class CombineSpaces final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "combine.spaces";
            d.version = "1";
            d.title = "Combined space";
            d.summary = "Makes one embedding of two embeddings of the same items.";
            d.citation = "Coates & Bollegala 2018; Schonemann 1966";
            d.inputs = {{"a", {Kind::Embedding}, "one embedding"},
                        {"b", {Kind::Embedding}, "another, rows matched by id"}};
            d.outputs = {{"embedding", {Kind::Embedding}, "a row for each common id"}};
            d.parameters = {choice("how", "How", {"average", "concatenate", "procrustes"},
                                   "Mean of centred unit rows, the narrower padded with zeros; both side by "
                                   "side; or b turned "
                                   "to fit a before the mean."),
                            integer("dim", "Dimension", 0, 0, 100000, "0 = all",
                                    "Principal components to keep; 0 keeps the space as it comes.")};
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto spaces = MatchedSpaces::create(*inputs.embedding("a"), *inputs.embedding("b"));
        if (!spaces) return spaces.error();
        const auto keepGoing = [&] { return context.keepGoing(); };
        const auto a = flatRows(spaces->a, keepGoing), b = flatRows(spaces->b, keepGoing);
        if (!a) return a.error();
        if (!b) return b.error();
        if (!context.keepGoing()) return cancelledError();
        Embedding out;
        out.items = spaces->a.items;
        out.labels = spaces->a.labels;
        out.vectors = vectorsOf(
            combined(unitRows(matrixOf(a->vectors)), unitRows(matrixOf(b->vectors)), parameters.text("how")));
        const auto dim = static_cast<size_t>(parameters.integer("dim"));
        if (dim > 0 && dim < out.columns()) {
            PrincipalOptions options;
            options.count = dim;
            options.seed = context.conditions().seed;
            options.threads = context.conditions().threads;
            options.keepGoing = keepGoing;
            const auto components = principalComponents(out.vectors, options);
            if (!components) return components.error();
            out.vectors =
                Vectors(out.rows(), dim, components->coordinates(out.vectors, context.conditions().threads));
        }
        Outcome outcome;
        outcome.report.add("matched", static_cast<double>(out.rows()), "rows with the same id in both");
        outcome.report.add("columns", static_cast<double>(out.columns()), "numbers a row");
        if (spaces->missing + spaces->extra > 0)
            outcome.report.warnings.push_back(
                fmt::format("{} rows of a and {} of b have no partner and were left out", spaces->missing,
                            spaces->extra));
        outcome.output = std::make_shared<const Embedding>(std::move(out));
        return outcome;
    }

private:
    static MatrixXd combined(const MatrixXd& a, const MatrixXd& b, const std::string& how) {
        if (how == "concatenate") {
            MatrixXd both(a.rows(), a.cols() + b.cols());
            both << a, b;
            return both;
        }
        const Index columns = std::max(a.cols(), b.cols());
        const MatrixXd x = padded(a, columns), y = padded(b, columns);
        return (x + (how == "procrustes" ? MatrixXd(y * procrustesRotation(x, y)) : y)) / 2;
    }
};

HOROCYCLE_METHOD(CombineSpaces);

}  // namespace

}  // namespace horo
