package io.chancery.render.attack;

import java.util.stream.Stream;

/** Every way we know in which HTML and CSS name something outside, and the addresses they can name. */
public final class Addresses {

    private Addresses() {}

    /** One or two for each scheme, some of them well hidden. */
    public static Stream<String> of(Outside outside) {
        var host = outside.host();
        var file = outside.file("secret").toUri().toString();
        var path = outside.file("secret.css").toString();
        return Stream.of(
                "http://" + host + "/x.css",
                "HTTP://" + host + "/x.css",
                " http://" + host + "/x.css",
                "ht\ttp://" + host + "/x.css",
                "https://" + host + "/x.css",
                "//" + host + "/x.css",
                "\\\\" + host + "\\x.css",
                "ftp://" + host + "/x.css",
                "jar:http://" + host + "/x.jar!/x.css",
                "url:http://" + host + "/x.css",
                file + ".css",
                file + ".txt",
                file + ".svg",
                path,
                "../../../../../../../../../../../.." + path,
                "asset:../" + path,
                "asset:/" + path,
                "asset:" + file + ".css",
                "asset:fonts/LiberationSans-Regular.ttf",
                "asset:/etc/passwd",
                "cid:../" + path,
                "cid:http://" + host + "/x.png",
                "classpath:/application.properties",
                "jrt:/java.base/java/lang/Object.class",
                "data:text/css,body:before%7Bcontent:'" + Outside.MARK + "'%7D",
                "data:text/html,<p>" + Outside.MARK + "</p>",
                "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><text>" + Outside.MARK + "</text></svg>",
                "javascript:alert(1)",
                "vbscript:alert(1)");
    }

    /** Markup in which {@code @} is an address. */
    public static Stream<String> waysInMarkup() {
        return Stream.of(
                "<img src=\"@\">",
                "<img src=\"asset:logo.svg\" srcset=\"@\">",
                "<img src=\"asset:logo.svg\" lowsrc=\"@\" dynsrc=\"@\" longdesc=\"@\">",
                "<img src=\"asset:logo.svg\" style=\"content: url('@')\">",
                "<image src=\"@\">",
                "<picture><source srcset=\"@\"><img src=\"asset:logo.svg\"></picture>",
                "<link rel=\"stylesheet\" href=\"@\">",
                "<link rel=\"dns-prefetch\" href=\"@\">",
                "<object data=\"@\"></object>",
                "<object classid=\"@\" codebase=\"@\" archive=\"@\"></object>",
                "<applet code=\"x\" codebase=\"@\"></applet>",
                "<embed src=\"@\">",
                "<iframe src=\"@\"></iframe>",
                "<iframe srcdoc=\"<img src='@'>\"></iframe>",
                "<frameset><frame src=\"@\"></frameset>",
                "<audio src=\"@\"></audio>",
                "<video poster=\"@\"><track src=\"@\"></video>",
                "<a href=\"@\" download=\"x.pdf\">x</a>",
                "<a href=\"#x\" ping=\"@\">x</a>",
                "<map name=\"m\"><area href=\"@\"></map>",
                "<body background=\"@\">",
                "<table background=\"@\"><tr><td background=\"@\">x</td></tr></table>",
                "<base href=\"@\"><img src=\"x.png\">",
                "<svg><image href=\"@\"/></svg>",
                "<svg><image xlink:href=\"@\"/><use xlink:href=\"@\"/></svg>",
                "<svg><style>@import url(\"@\");</style></svg>",
                "<svg><feImage href=\"@\"/></svg>",
                "<math><mtext>x</mtext></math>",
                "<math href=\"@\"><mglyph src=\"@\"/></math>",
                "<form action=\"@\"><button formaction=\"@\">x</button></form>",
                "<input type=\"image\" src=\"@\">",
                "<script src=\"@\"></script>",
                "<meta http-equiv=\"refresh\" content=\"0; url=@\">",
                "<style>@import url(\"@\");</style>",
                "<noscript><img src=\"@\"></noscript>",
                "<template><img src=\"@\"></template>",
                "<blockquote cite=\"@\">x</blockquote>",
                "<v:fill src=\"@\"></v:fill>",
                "<!--[if mso]><v:image src=\"@\"/><img src=\"@\"><![endif]-->",
                "<![if !mso]><img src=\"@\"><![endif]>",
                "<p style=\"background: url('@')\">x</p>",
                "<p style=\"background: u\\72l('@')\">x</p>",
                "<p style=\"background: \\55 RL('@')\">x</p>",
                "<p style=\"background: url/**/('@')\">x</p>",
                "<p style=\"background: image-set('@' 1x)\">x</p>",
                "<p style=\"behavior: url('@'); -moz-binding: url('@')\">x</p>",
                "<ul style=\"list-style-image: url('@')\"><li>x</li></ul>",
                "<p style=\"border-image: url('@') 1\">x</p>",
                "<bookmarks><bookmark name=\"x\" href=\"@\"/></bookmarks>");
    }

    /** Style sheets in which {@code @} is an address. */
    public static Stream<String> waysInStyles() {
        return Stream.of(
                "@import url(\"@\"); p { color: red }",
                "@import \"@\";",
                "@\\69mport \"@\";",
                "@import/**/\"@\";",
                "@font-face { font-family: Evil; src: url(\"@\") } p { font-family: Evil, Liberation Sans }",
                "@font-face { font-family: Evil; src: u\\72 l(\"@\") } p { font-family: Evil, Liberation Sans }",
                "body { background-image: url(\"@\") }",
                "body { background-image: image-set(\"@\" 1x) }",
                "body { background-image: -webkit-image-set(\"@\" 1x) }",
                "body { background: linear-gradient(red, red), url(\"@\") }",
                "p:before { content: url(\"@\") }",
                "p { behavior: url(\"@\") }",
                "@page { background: url(\"@\") }",
                "@page { @top-left { content: url(\"@\"); font-family: Liberation Sans } }",
                "ul { list-style: url(\"@\") }",
                "p { cursor: url(\"@\") }",
                "p { -fs-pdf-font-embed: url(\"@\"); filter: url(\"@\"); mask: url(\"@\") }",
                "@media print { body { background: url(\"@\") } }",
                "@namespace url(\"@\");");
    }

    /** A way with an address in it. */
    public static String named(String way, String address) {
        return way.replace("\"@\"", "\"" + address + "\"")
                .replace("'@'", "'" + address.replace("'", "%27") + "'")
                .replace("=@", "=" + address);
    }
}
