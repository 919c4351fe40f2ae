// Runs a method on embeddings, as the command line would.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "core/method/registry.h"
#include "core/method/run.h"

namespace horo {

inline Result<Finished> runMethod(const std::string& id, const std::map<std::string, Payload>& inputs,
                                  const std::map<std::string, std::string>& values) {
    Run run;
    run.method = *Registry::global().find(id);
    run.parameters = Parameters(run.method->declaration());
    for (const auto& [name, value] : values)
        EXPECT_TRUE(run.parameters.set(run.method->declaration(), name, value));
    for (const auto& [name, payload] : inputs) {
        auto object = std::make_shared<Object>();
        object->id = object->name = name;
        object->payload = payload;
        run.inputs[name] = std::move(object);
    }
    Context context({});
    return execute(run, context);
}

inline Payload payloadOf(const Embedding& embedding) {
    return std::make_shared<const Embedding>(embedding);
}

}  // namespace horo
