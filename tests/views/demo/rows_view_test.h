// A view of the rows of a small layout on the screen: what tests of the disk and of the space begin with.
#pragma once

#include <QtTest/QtTest>
#include <memory>

#include "tests/views/TestMain.h"
#include "tests/views/demo/layout.h"
#include "tests/views/demo/sample_tree.h"
#include "views/workspace/WorkspaceModel.h"

namespace horo::views {

template <class ShownView>
class RowsViewTest : public ViewTest {
protected:
    /// `type` as in ViewState. The canvas of the view is painted once.
    void showView(const std::string& type) {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        hierarchy_ = demo::randomTree(600);
        embedding_ = demo::radialLayout(*hierarchy_, SpanningTree(*hierarchy_));
        Workspace workspace;
        workspace.add({.id = "h", .name = "Sample tree", .payload = hierarchy_});
        workspace.add({.id = "e", .name = "Layout", .payload = embedding_});
        workspace.views = {{.id = type + "-1", .type = type, .objects = {"e"}}};
        model_ = std::make_unique<WorkspaceModel>();
        model_->reset(workspace);
        view_ = std::make_unique<ShownView>(*model_, workspace.views[0]);
        view_->resize(900, 700);
        view_->show();
        QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
        canvas().refresh();
    }
    void closeView() {
        view_.reset();
        model_.reset();
    }
    auto& canvas() { return view_->canvas(); }

    std::shared_ptr<const Hierarchy> hierarchy_;
    std::shared_ptr<const Embedding> embedding_;
    std::unique_ptr<WorkspaceModel> model_;
    std::unique_ptr<ShownView> view_;
};

}  // namespace horo::views
