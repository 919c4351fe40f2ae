// The interface that every method implements, built in or plugin.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/method/context.h"
#include "core/method/declaration.h"
#include "core/method/parameters.h"

namespace horo {

/// The inputs of a run by name; kinds have been checked against the declaration.
class HOROCYCLE_EXPORT Inputs {
public:
    void set(std::string name, Payload payload) { payloads_[std::move(name)] = std::move(payload); }
    bool has(std::string_view name) const { return payloads_.find(name) != payloads_.end(); }
    Payload payload(std::string_view name) const {
        const auto found = payloads_.find(name);
        return found == payloads_.end() ? Payload() : found->second;
    }
    /// Null where an optional input is not given.
    template <class T>
    std::shared_ptr<const T> get(std::string_view name) const {
        const auto found = payloads_.find(name);
        if (found == payloads_.end()) return nullptr;
        const auto* payload = std::get_if<std::shared_ptr<const T>>(&found->second);
        return payload ? *payload : nullptr;
    }
    std::shared_ptr<const Hierarchy> hierarchy(std::string_view name) const { return get<Hierarchy>(name); }
    std::shared_ptr<const Embedding> embedding(std::string_view name) const { return get<Embedding>(name); }
    std::shared_ptr<const Table> table(std::string_view name) const { return get<Table>(name); }
    std::shared_ptr<const Text> text(std::string_view name) const { return get<Text>(name); }
    std::shared_ptr<const Segmentation> segmentation(std::string_view name) const {
        return get<Segmentation>(name);
    }

    std::shared_ptr<const Arrays> arrays(std::string_view name) const { return get<Arrays>(name); }

private:
    std::map<std::string, Payload, std::less<>> payloads_;
};

struct Outcome {
    Report report;   ///< the numbers
    Payload output;  ///< the first one declared; none for a method that gives only numbers
    std::map<std::string, Payload, std::less<>> others;  ///< the other ones declared, by name
    std::string name;      ///< what a person calls the first output; empty = as its kind and method say
    bool partial = false;  ///< stopped by the person before its end
};

/// The output of that name; none where there is none.
HOROCYCLE_EXPORT Payload outputOf(const Declaration& declaration, const Outcome& outcome,
                                  std::string_view name);

/// What a run will cost, as far as it can be told before.
struct Estimate {
    std::optional<double> seconds;
    std::optional<double> megabytes;
};

class HOROCYCLE_EXPORT Method {
public:
    virtual ~Method();
    virtual const Declaration& declaration() const = 0;
    virtual Estimate estimate(const Inputs&, const Parameters&, const Conditions&) const { return {}; }
    /// Tiny inputs for tests of the method, by name; what it leaves out is made by kind (see method_check.h).
    virtual Inputs sampleInputs() const { return {}; }
    /// Everything comes in by value or immutable; nothing is kept between runs.
    virtual Result<Outcome> run(const Inputs& inputs, const Parameters& parameters,
                                Context& context) const = 0;
};

}  // namespace horo
