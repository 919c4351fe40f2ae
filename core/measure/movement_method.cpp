// compare.movement: which items lie elsewhere in one embedding than in another, whatever way both are turned.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/base/parallel.h"
#include "core/measure/pair_draw.h"
#include "core/method/registry.h"

namespace horo {

namespace {

class CompareMovement final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "compare.movement";
            d.version = "1";
            d.title = "What moved";
            d.summary =
                "How much the distances of each item to others differ between two embeddings, most moved "
                "first.";
            d.citation = "Horocycle; distances are compared because no isometry changes them";
            d.inputs = {{"a", {Kind::Embedding}, "one"},
                        {"b", {Kind::Embedding}, "the other; rows are matched by name"}};
            d.outputs = {{"table", {Kind::Table}, "a row an item: item, moved, radius in a, radius in b"}};
            d.parameters = {integer("landmarks", "Landmarks", 500, 2, 100000, "drawn items",
                                    "Items to which distances are compared; all where there are no more.")};
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const Embedding &a = *inputs.embedding("a"), &b = *inputs.embedding("b");
        for (const Embedding* each : {&a, &b})
            if (const auto usable = requireUsable(*each); !usable) return usable.error();
        std::vector<std::pair<size_t, size_t>> rows;
        for (size_t i = 0; i < a.rows(); ++i)
            if (const auto other = b.items->rowOf(a.items->id(i))) rows.emplace_back(i, *other);
        if (rows.size() < 3)
            return inputError(fmt::format("the two share {} rows by name", rows.size()),
                              "choose two embeddings of the same items");
        const auto landmarks = drawRows(rows.size(), static_cast<size_t>(parameters.integer("landmarks")),
                                        context.conditions().seed);
        // Least squares, so that a larger picture of the same is no movement.
        double across = 0, squared = 0;
        for (const size_t i : landmarks)
            for (const size_t j : landmarks) {
                const double x = a.distance(rows[i].first, rows[j].first),
                             y = b.distance(rows[i].second, rows[j].second);
                across += x * y, squared += x * x;
            }
        const double scale = squared > 0 ? across / squared : 1;
        std::vector<double> moved(rows.size(), 0);
        constexpr size_t block = 1024;  // some 50 ms
        for (size_t first = 0; first < rows.size(); first += block) {
            context.progress(
                {static_cast<double>(first) / static_cast<double>(rows.size()), "comparing distances", {}});
            if (!context.keepGoing()) return cancelledError();
            const size_t count = std::min(block, rows.size() - first);
            parallelFor(count, 64, context.conditions().threads, [&](size_t begin, size_t end) {
                for (size_t i = first + begin; i < first + end; ++i) {
                    double sum = 0;
                    for (const size_t j : landmarks)
                        sum += std::abs(scale * a.distance(rows[i].first, rows[j].first) -
                                        b.distance(rows[i].second, rows[j].second));
                    moved[i] = sum / static_cast<double>(landmarks.size());
                }
            });
        }
        Outcome outcome;
        outcome.output = tableOf(a, b, rows, moved);
        double mean = 0;
        for (const double value : moved)
            mean += value / static_cast<double>(moved.size());
        outcome.report.add("mean_movement", mean,
                           "mean over items of the mean of |s d_a - d_b| over landmarks", "distance in b",
                           static_cast<int64_t>(rows.size()));
        outcome.report.add("scale", scale, "least squares: sum d_a d_b / sum d_a^2 over pairs of landmarks",
                           "");
        outcome.report.add("matched", static_cast<double>(rows.size()), "items with a row in both", "items");
        return outcome;
    }

private:
    static std::shared_ptr<const Table> tableOf(const Embedding& a, const Embedding& b,
                                                const std::vector<std::pair<size_t, size_t>>& rows,
                                                const std::vector<double>& moved) {
        std::vector<size_t> order(rows.size());
        for (size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        std::stable_sort(order.begin(), order.end(), [&](size_t x, size_t y) { return moved[x] > moved[y]; });
        std::vector<std::string> names;
        std::vector<double> movements, inA, inB;
        for (const size_t i : order) {
            names.push_back(a.items->name(rows[i].first));
            movements.push_back(moved[i]);
            inA.push_back(a.radius(rows[i].first)), inB.push_back(b.radius(rows[i].second));
        }
        auto table = std::make_shared<Table>();
        table->columns = {{"item", std::move(names)},
                          {"moved", std::move(movements)},
                          {"radius in a", std::move(inA)},
                          {"radius in b", std::move(inB)}};
        return table;
    }
};

HOROCYCLE_METHOD(CompareMovement);

}  // namespace

}  // namespace horo
