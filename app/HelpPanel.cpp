#include "app/HelpPanel.h"

#include <QEvent>
#include <QFile>
#include <QPainter>
#include <QTextBrowser>
#include <QTime>
#include <QVBoxLayout>

#include "app/HelpText.h"
#include "core/method/registry.h"
#include "views/kit/Buttons.h"
#include "views/kit/Ground.h"
#include "views/kit/PanelTitle.h"
#include "views/theme/Metrics.h"
#include "views/theme/Shapes.h"
#include "views/theme/Theme.h"

namespace horo::app {

using namespace views;

namespace {

constexpr int helpWidth = 420;
constexpr int logHeight = 220;

QTextBrowser* makeBrowser() {
    auto* browser = new QTextBrowser;
    browser->setFrameShape(QFrame::NoFrame);
    browser->setOpenExternalLinks(true);
    browser->document()->setDocumentMargin(metrics::panelPadding);
    setGround(*browser, Token::Raise);
    return browser;
}

QString markdownOf(const Declaration& d, const std::string& origin) {
    QString text = QStringLiteral("%1\n\n`%2`, version %3. %4\n\n")
                       .arg(QString::fromStdString(d.summary), QString::fromStdString(d.id),
                            QString::fromStdString(d.version), QString::fromStdString(d.citation));
    if (origin != "built-in")
        text += HelpPanel::tr("From the plugin `%1`.").arg(QString::fromStdString(origin)) + "\n\n";
    const auto ports = [&](const QString& head, const std::vector<Port>& list) {
        if (list.empty()) return;
        text += "**" + head + "**\n\n";
        for (const auto& port : list)
            text += QStringLiteral("- `%1`: %2\n")
                        .arg(QString::fromStdString(port.name), QString::fromStdString(port.help));
        text += "\n";
    };
    ports(HelpPanel::tr("Inputs"), d.inputs);
    ports(HelpPanel::tr("Outputs"), d.outputs);
    if (!d.parameters.empty()) text += "**" + HelpPanel::tr("Parameters") + "**\n\n";
    for (const auto& p : d.parameters)
        text += QStringLiteral("- **%1** (`%2`, %3%4): %5\n")
                    .arg(QString::fromStdString(p.label), QString::fromStdString(p.name),
                         QString::fromStdString(toText(p.fallback)),
                         p.unit.empty() ? QString() : ' ' + QString::fromStdString(p.unit),
                         QString::fromStdString(p.help));
    text += "\n**" + HelpPanel::tr("On the command line") + "**\n\n    horocycle-cli run " +
            QString::fromStdString(d.id);
    for (const auto& port : d.inputs)
        text += QStringLiteral(" --in %1=SOURCE").arg(QString::fromStdString(port.name));
    if (!d.outputs.empty()) text += " --out FILE";
    return text + "\n";
}

void paintPanel(QWidget& widget) {
    QPainter painter(&widget);
    painter.fillRect(widget.rect(), colour(Token::Raise));
    paintEdge(painter, widget.rect(), Qt::LeftEdge, colour(Token::Line2));
    paintEdge(painter, widget.rect(), Qt::TopEdge, colour(Token::Line2));
}

}  // namespace

HelpPanel::HelpPanel(QWidget* window) : QWidget(window), text_(makeBrowser()) {
    hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 0, 0);
    column->setSpacing(0);
    auto* title = new PanelTitle(tr("Help"));
    title_ = title;
    connect(title->addButton("close", tr("Close")), &QToolButton::clicked, this, &QWidget::hide);
    column->addWidget(title);
    column->addWidget(text_, 1);
    window->installEventFilter(this);
}

void HelpPanel::showMethod(const std::string& id) {
    if (const auto method = Registry::global().find(id))
        appear(QString::fromStdString((*method)->declaration().title),
               markdownOf((*method)->declaration(), Registry::global().originOf(**method)));
}

void HelpPanel::showPage(const QString& name) {
    QFile file(QStringLiteral(":/horocycle/help/%1.md").arg(name));
    if (!file.open(QIODevice::ReadOnly)) return;
    appear(tr("Help"), QString::fromUtf8(file.readAll()));
}

void HelpPanel::appear(const QString& title, const QString& markdown) {
    static_cast<PanelTitle*>(title_)->setTitle(title);
    text_->setMarkdown(markdown);
    setHelpText(*text_->document());
    text_->moveCursor(QTextCursor::Start);
    place();
    show();
    raise();
    text_->setFocus();
}

void HelpPanel::place() {
    const QWidget* window = parentWidget();
    const int width = std::min(helpWidth, window->width());
    setGeometry(window->width() - width, metrics::topBarHeight, width,
                window->height() - metrics::topBarHeight - metrics::statusHeight);
}

bool HelpPanel::eventFilter(QObject*, QEvent* event) {
    if (event->type() == QEvent::Resize && isVisible()) place();
    return false;
}

void HelpPanel::paintEvent(QPaintEvent*) {
    paintPanel(*this);
}

LogPanel::LogPanel(QWidget* window) : QWidget(window), text_(makeBrowser()) {
    hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 0, 0);
    column->setSpacing(0);
    auto* title = new PanelTitle(tr("Log"));
    connect(title->addButton("close", tr("Close")), &QToolButton::clicked, this, &QWidget::hide);
    column->addWidget(title);
    column->addWidget(text_, 1);
    window->installEventFilter(this);
}

void LogPanel::add(const QString& line) {
    text_->append(QTime::currentTime().toString("HH:mm:ss") + "  " + line.toHtmlEscaped());
}

void LogPanel::toggle() {
    place();
    setVisible(!isVisible());
    raise();
}

void LogPanel::place() {
    const QWidget* window = parentWidget();
    setGeometry(0, window->height() - metrics::statusHeight - metrics::jobsHeight - logHeight,
                window->width(), logHeight);
}

bool LogPanel::eventFilter(QObject*, QEvent* event) {
    if (event->type() == QEvent::Resize && isVisible()) place();
    return false;
}

void LogPanel::paintEvent(QPaintEvent*) {
    paintPanel(*this);
}

}  // namespace horo::app
