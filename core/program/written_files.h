// What a program left in its folder, taken with care.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/data/workspace.h"
#include "core/io/reader.h"

namespace horo {

/// Opens a file as one of `kinds`. Error: not there, no plain file, not readable as such, rows that no
/// distance can be computed for where `usable` is asked. The place of an error is the name inside the folder.
Result<Opened> openWritten(const std::filesystem::path& file, const std::vector<Kind>& kinds, bool usable);

/// Adds the numbers of a JSON object: key -> number, null (not defined) or {"value", "convention", "unit",
/// "n"}. `by` = the method, named in the convention of numbers that have none. Error: anything else in it.
Result<void> readResults(const std::filesystem::path& file, const std::string& by, Report& report);

}  // namespace horo
