// The JSON that makes an outside program a method.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/method/declaration.h"
#include "core/program/program_arguments.h"

namespace horo {

struct ProgramDescription {
    Declaration declaration;
    std::vector<std::string> inputFormats;  ///< of each input of the declaration: "npz", "tsv"...
    std::string outputFormat;               ///< empty where there is no output
    std::vector<ProgramArgument> program;   ///< the first one names the program
    std::filesystem::path folder;           ///< absolute, for {folder}
    double grace = 2;                       ///< seconds between the polite stop and the kill
    double silence = 0;                     ///< seconds without a sign of life; 0 = any time
    bool writesResults = false;             ///< {results} stands in `program`
};

/// Reads and checks a description. Error: names the field that is missing, unknown or wrong, the placeholder
/// that names nothing, the input or parameter that the program never gets.
Result<ProgramDescription> readProgramDescription(const nlohmann::json& description,
                                                  const std::filesystem::path& folder);

}  // namespace horo
