#pragma once

#include <QtTest/QtTest>

#include "installer/cmake/precompiled/views.h"
