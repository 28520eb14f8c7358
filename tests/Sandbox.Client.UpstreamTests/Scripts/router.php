<?php
// Serves a folder as small programs do: php -S 127.0.0.1:port router.php
$parts = [];
foreach (explode('/', rawurldecode(explode('?', $_SERVER['REQUEST_URI'])[0])) as $part) {
    if ($part === '..') {
        array_pop($parts);
    } elseif ($part !== '' && $part !== '.') {
        $parts[] = $part;
    }
}

$file = getenv('UPSTREAM_SITE') . '/' . implode('/', $parts);
$public = getenv('UPSTREAM_PUBLIC');
if (strpos($file, "\0") === false && is_file($file)) {
    readfile($file);
} else {
    http_response_code(404);
    echo $file === $public || strpos($file, $public . '/') === 0 ? 'PUBLIC' : getenv('UPSTREAM_MARK');
}
