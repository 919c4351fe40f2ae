// What every test of views has in common: our fonts and theme, and a warning from Qt fails the test.
#pragma once

#include <QtCore/QObject>

namespace horo::views {

/// Base of the test classes. A test that provokes a warning announces it by QTest::ignoreMessage.
class ViewTest : public QObject {
    Q_OBJECT

protected Q_SLOTS:
    void init();
};

/// Installs the theme and runs the tests; a warning outside of a test function fails them too.
int runTest(ViewTest& test, int count, char** arguments);

}  // namespace horo::views

#define HOROCYCLE_TEST_MAIN(Class)                           \
    int main(int count, char** arguments) {                  \
        Class test;                                          \
        return horo::views::runTest(test, count, arguments); \
    }
