// embed.order: order embeddings as a method.
#include "core/embedding/entailment_task.h"
#include "core/embedding/order_model.h"
#include "core/method/registry.h"

namespace horo {

namespace {

class EmbedOrder final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = declare();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& p, Context& context) const override {
        const auto task = EntailmentTask::create(inputs.hierarchy("hierarchy"), p.real("share"), context);
        if (!task) return task.error();
        const EntailmentOptions options = entailmentOptions(p, context.conditions());
        OrderModel model(task->hierarchy->size(), static_cast<size_t>(p.integer("dim")),
                         context.conditions().seed);
        Embedding about;
        about.method = declaration().id;
        about.parameters = p.toJson().dump();
        Outcome outcome = trainAndScore(*task, model, options, about, {0, options.epochs}, context);
        if (!outcome.partial) addBaselines(*task, outcome.report, context);
        return outcome;
    }

private:
    static Declaration declare() {
        EntailmentOptions o;
        o.epochs = 300;
        o.lr = 0.1;
        o.margin = 1;
        o.batch = 50;
        o.finalRate = 0.1;
        Declaration d;
        d.id = "embed.order";
        d.version = "1";
        d.title = "Order embedding";
        d.summary = "Learns points that are smaller in every coordinate than what stands below them.";
        d.citation = "Vendrov, Kiros, Fidler & Urtasun 2016";
        d.inputs = {{"hierarchy", {Kind::Hierarchy}, "its closure is learned, a tenth of it held out"}};
        d.outputs = {
            {"embedding", {Kind::Embedding}, "one row a node, no number negative; the single root at zero"}};
        d.deterministic = false;
        d.parameters = entailmentParameters(o, 10);
        return d;
    }
};

HOROCYCLE_METHOD(EmbedOrder);

}  // namespace

}  // namespace horo
