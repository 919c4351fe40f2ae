#include "core/plugin/check_method.h"

#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <future>
#include <optional>
#include <thread>

#include "core/data/same_payload.h"
#include "core/method/registry.h"
#include "core/plugin/sample_payload.h"
#include "core/session/record.h"
#include "core/session/session.h"

namespace horo {

namespace {

using Objects = std::map<std::string, std::shared_ptr<const Object>>;
using Clock = std::chrono::steady_clock;

constexpr auto patience = std::chrono::seconds(60);
constexpr double silence = 0.5;  ///< seconds that a method may run without asking whether to stop

/// Lets a run go on for `allowed` questions, and counts them.
class CountingContext final : public Context {
public:
    CountingContext(Conditions conditions, int64_t allowed)
        : Context(std::move(conditions)), allowed_(allowed) {}
    bool keepGoing() override { return asked_++ < allowed_; }
    int64_t asked() const { return asked_; }

private:
    int64_t allowed_;
    std::atomic<int64_t> asked_ = 0;
};

struct Trial {
    Result<Finished> finished;
    int64_t asked = 0;
    double seconds = 0;
};

class MethodCheck {
public:
    explicit MethodCheck(const Method& method) : method_(method) {}

    std::vector<MethodFinding> all() {
        const auto complete = requireComplete(method_.declaration());
        note("declaration complete", complete ? "" : complete.error().cause);
        const auto whole = note("defaults run on tiny inputs", [&] { return defaults(); });
        if (!whole) return findings_;
        note("cancel at the start", [&] { return cancelled(0); });
        note("cancel in the middle", [&] { return cancelled(first_->asked / 2); });
        for (const auto& port : method_.declaration().inputs)
            note("empty " + port.name, [&] { return withInput(port, emptyPayload(port.kinds.front())); });
        for (const auto& port : method_.declaration().inputs)
            if (port.kinds.front() == Kind::Embedding)
                note("NaN in " + port.name, [&] { return withInput(port, brokenEmbedding()); });
        note("same seed, same data", [&] { return again(); });
        note("a session keeps it", [&] { return session(); });
        return findings_;
    }

private:
    void note(const std::string& check, std::string fault) {
        findings_.push_back({method_.declaration().id, check, std::move(fault)});
    }
    /// False where the rest makes no sense.
    template <class Check>
    bool note(const std::string& check, Check&& run) {
        if (hung_) return false;
        note(check, std::string(run()));
        return findings_.back().fault.empty();
    }

    Run runWith(Objects inputs) const {
        return {&method_, std::move(inputs), Parameters(method_.declaration())};
    }

    /// On a thread of its own, which is left behind when the method does not come back.
    std::optional<Trial> attempt(Objects inputs, int64_t allowed = INT64_MAX) {
        Conditions conditions;
        conditions.deterministic = !method_.declaration().deterministic;
        auto context = std::make_shared<CountingContext>(conditions, allowed);
        auto promise = std::make_shared<std::promise<Result<Finished>>>();
        auto result = promise->get_future();
        const auto start = Clock::now();
        std::thread([run = runWith(std::move(inputs)), context, promise] {
            promise->set_value(execute(run, *context));
        }).detach();
        if (result.wait_for(patience) != std::future_status::ready) {
            hung_ = true;
            return std::nullopt;
        }
        return Trial{result.get(), context->asked(),
                     std::chrono::duration<double>(Clock::now() - start).count()};
    }

    static std::string notBack() { return fmt::format("did not come back within {} s", patience.count()); }

    std::string defaults() {
        auto trial = attempt(sampleObjects(method_));
        if (!trial) return notBack();
        if (!trial->finished) return trial->finished.error().text();
        if (trial->seconds > silence && trial->asked == 0)
            return fmt::format("ran {:.1f} s without asking whether to stop", trial->seconds);
        first_ = std::move(trial);
        return "";
    }

    std::string cancelled(int64_t allowed) {
        const auto trial = attempt(sampleObjects(method_), allowed);
        if (!trial) return "does not stop: it " + notBack();
        if (!trial->finished)
            return trial->finished.error().blame == Blame::Cancelled ? "" : trial->finished.error().text();
        const bool told = trial->asked > allowed;
        return told && !trial->finished->outcome.partial && trial->asked > allowed + 100
                   ? "was told to stop and went on to the end"
                   : "";
    }

    std::string withInput(const Port& port, Payload payload) {
        Objects inputs = sampleObjects(method_);
        auto object = std::make_shared<Object>();
        object->id = object->name = port.name;
        object->payload = std::move(payload);
        inputs[port.name] = std::move(object);
        const auto trial = attempt(std::move(inputs));
        if (!trial) return notBack();
        return trial->finished || trial->finished.error().blame != Blame::Program
                   ? ""
                   : trial->finished.error().text();
    }

    std::string again() {
        const auto trial = attempt(sampleObjects(method_));
        if (!trial) return notBack();
        if (!trial->finished) return trial->finished.error().text();
        const Outcome &one = first_->finished->outcome, &two = trial->finished->outcome;
        for (const auto& port : method_.declaration().outputs)
            if (!samePayload(outputOf(method_.declaration(), one, port.name),
                             outputOf(method_.declaration(), two, port.name)))
                return fmt::format("gave another {} with the same seed", port.name);
        for (const auto& score : one.report.scores) {
            const Score* same = two.report.find(score.key);
            if (score.repeatable && (!same || same->value != score.value))
                return fmt::format("gave another {} with the same seed", score.key);
        }
        return "";
    }

    std::string session() {
        Workspace workspace;
        const std::string id = recordRun(workspace, runWith(sampleObjects(method_)), *first_->finished);
        const auto bytes = sessionBytes(workspace);
        if (!bytes) return bytes.error().text();
        const auto opened = sessionFromBytes(*bytes, "session");
        if (!opened) return opened.error().text();
        const auto before = workspace.find(id), after = opened->find(id);
        if (!after || !after->madeBy || after->madeBy->results != before->madeBy->results)
            return "its numbers are not those that were saved";
        for (const auto& object : workspace.objects) {
            const auto same = opened->find(object->id);
            if (!same || !samePayload(object->payload, same->payload))
                return "its output is not what was saved";
        }
        return "";
    }

    const Method& method_;
    std::vector<MethodFinding> findings_;
    std::optional<Trial> first_;
    bool hung_ = false;
};

}  // namespace

Objects sampleObjects(const Method& method) {
    const Inputs own = method.sampleInputs();
    Objects objects;
    const auto& ports = method.declaration().inputs;
    // Where one of several inputs will do, the first one does.
    const bool anyWillDo = std::ranges::none_of(ports, &Port::required);
    for (const auto& port : ports) {
        const Payload given = own.payload(port.name);
        const bool isAsked = port.required || (anyWillDo && &port == &ports.front());
        if (!isAsked && kindOf(given) == Kind::None) continue;
        auto object = std::make_shared<Object>();
        object->id = object->name = port.name;
        object->payload = kindOf(given) == Kind::None ? samplePayload(port.kinds.front()) : given;
        objects[port.name] = std::move(object);
    }
    return objects;
}

std::vector<MethodFinding> checkMethod(const Method& method) {
    return MethodCheck(method).all();
}

}  // namespace horo
