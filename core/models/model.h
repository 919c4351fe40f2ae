// A model as its folder describes it: what it is, where its tensors lie, how its input is made. Nothing of it
// is on a device yet.
#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/models/tensors.h"
#include "core/models/tokenizer.h"

namespace horo {

struct HOROCYCLE_EXPORT Model {
    std::string folder;
    std::string family;     ///< model_type of config.json
    nlohmann::json config;  ///< config.json
    Tensors tensors;
    std::shared_ptr<const Tokenizer> tokenizer;  ///< null for a model of pictures

    size_t layers = 0, heads = 0, hiddenSize = 0;  ///< of the first tower
    size_t parameters = 0;                         ///< numbers in the tensors that the network uses
    std::vector<std::string> missing, unexpected;  ///< tensors, named as the family spells them
};

}  // namespace horo
