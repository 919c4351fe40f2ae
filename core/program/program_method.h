// An outside program, in any language, as a method.
#pragma once

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>

#include "core/base/result.h"
#include "core/method/method.h"

namespace horo {

/// A method that a program computes, declared by JSON alone; `folder` is that of the description ({folder}).
/// plugins/python-example/README.md tells the fields and what a program may say while it runs.
///
/// A run writes the inputs into a folder of its own, starts `program` there without a shell, passes on what
/// it says on standard error, and reads the output and the results when it has ended with status 0. When the
/// run is to stop, the program and all that it started get SIGTERM, and SIGKILL after `grace` seconds; a
/// whole output is a partial result then. An argument with the placeholder of an optional input that is not
/// given is left out, and so is a fixed flag right before it.
///
/// Error: the field of the description that is missing, unknown or wrong.
HOROCYCLE_EXPORT Result<std::unique_ptr<const Method>> programMethod(const nlohmann::json& description,
                                                                     const std::filesystem::path& folder);

}  // namespace horo
