// compare.moved-rows: which rows lie elsewhere in another space, as a table.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

#include "core/method/registry.h"
#include "core/spaces/moved_rows.h"

namespace horo {

namespace {

constexpr Eigen::Index mostColumns = 3;  ///< of the places before: what a picture has

std::vector<double> inOrder(std::span<const double> values, const std::vector<size_t>& order) {
    std::vector<double> out;
    for (const size_t i : order)
        out.push_back(values[i]);
    return out;
}

class CompareMovedRows final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "compare.moved-rows";
            d.version = "1";
            d.title = "List moved rows";
            d.summary = "How far each row lies from where another embedding of the same items has it.";
            d.citation = "Schonemann & Carroll 1970";
            d.inputs = {{"a", {Kind::Embedding}, "where rows are"},
                        {"b", {Kind::Embedding}, "where they were; matched by id and laid onto a"}};
            d.outputs = {{"moved",
                          {Kind::Table},
                          "id, distance, and of a flat a with up to three columns the place before; the "
                          "farthest first"}};
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters&, Context& context) const override {
        const auto a = inputs.embedding("a"), b = inputs.embedding("b");
        const auto moved = MovedRows::create(*a, *b, [&] { return context.keepGoing(); });
        if (!moved) return moved.error();
        std::vector<size_t> order(moved->rows.size());
        std::iota(order.begin(), order.end(), size_t{0});
        std::ranges::stable_sort(order, std::greater{}, [&](size_t i) { return moved->distance[i]; });
        std::vector<std::string> ids;
        for (const size_t i : order)
            ids.push_back(a->items->name(moved->rows[i]));
        auto table = std::make_shared<Table>();
        table->columns = {{"id", std::move(ids)}, {"distance", inOrder(moved->distance, order)}};
        if (!a->manifold.isHyperbolic() && static_cast<Eigen::Index>(a->columns()) <= mostColumns)
            for (Eigen::Index column = 0; column < static_cast<Eigen::Index>(a->columns()); ++column)
                table->columns.push_back({fmt::format("before_{}", column + 1),
                                          inOrder({moved->before.col(column).data(), order.size()}, order)});

        Outcome outcome;
        Report& r = outcome.report;
        const auto n = static_cast<int64_t>(order.size());
        double squares = 0;
        for (const double each : moved->distance)
            squares += each * each;
        r.add("matched", static_cast<double>(n), "rows with the same id in both");
        r.add("scale", moved->scale, "what b is multiplied by to lie on a");
        r.add("moved", std::sqrt(squares / static_cast<double>(n)),
              "root of the mean square distance, b laid onto a by shift, turn, mirror and scale", "", n);
        const size_t missing = a->rows() - moved->rows.size(), extra = b->rows() - moved->rows.size();
        if (missing + extra > 0)
            r.warnings.push_back(
                fmt::format("{} rows of a and {} of b have no partner and were left out", missing, extra));
        outcome.output = std::shared_ptr<const Table>(std::move(table));
        return outcome;
    }
};

HOROCYCLE_METHOD(CompareMovedRows);

}  // namespace

}  // namespace horo
