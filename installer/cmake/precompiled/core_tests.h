#pragma once

#include <gtest/gtest.h>

#include "installer/cmake/precompiled/core.h"
